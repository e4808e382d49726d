/**
 * What of Shopify's Admin schema the sandbox carries. Connections, edges, payloads, user errors, enums, scalars and input
 * objects follow from these by themselves; a field whose type is not kept is dropped, and asking for it is answered loudly.
 */
export interface Kept {
  queries: readonly string[];
  mutations: readonly string[];
  /** Objects, interfaces and unions that fields may lead to. */
  types: readonly string[];
  /** Input objects nobody will use; fields and arguments of these types are dropped. */
  droppedInputs: readonly string[];
  /** Objects that count as protected customer data as a whole (level 1). The schema marks only single fields. */
  customerData: readonly string[];
  /** Scopes that Shopify checks but that the schema does not state. */
  unstatedAccess: Readonly<Record<string, string>>;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Shopify asks for the scope of the thing that is written to; the table knows no single things, so any of them will do. */
const ANY_OWNER =
  '`write_orders` access scope, `write_customers` access scope, `write_products` access scope or `write_draft_orders` access scope.';

export const KEPT: Kept = {
  queries: words(`
    node nodes job shop shopLocales currentAppInstallation appInstallation publicApiVersions availableLocales
    order orders ordersCount orderByIdentifier orderPaymentStatus refund return
    customer customers customersCount customerByIdentifier
    fulfillment fulfillmentOrder fulfillmentOrders assignedFulfillmentOrders manualHoldsFulfillmentOrders fulfillmentService
    returnableFulfillment returnableFulfillments returnCalculate returnReasonDefinitions reverseDelivery reverseFulfillmentOrder
    product products productsCount productByIdentifier productVariant productVariants productVariantsCount productVariantByIdentifier
    inventoryItem inventoryLevel location locations locationsCount locationByIdentifier
    draftOrder draftOrders draftOrdersCount storeCreditAccount giftCard codeDiscountNodeByCode
    bulkOperation bulkOperations currentBulkOperation webhookSubscription webhookSubscriptions webhookSubscriptionsCount
    metafieldDefinitions event events
  `),
  mutations: words(`
    orderCreate orderUpdate orderCancel orderClose orderOpen orderDelete orderMarkAsPaid orderCapture orderCreateManualPayment
    orderCustomerSet orderCustomerRemove orderInvoiceSend
    orderEditBegin orderEditAddVariant orderEditAddCustomItem orderEditSetQuantity orderEditAddLineItemDiscount orderEditRemoveDiscount
    orderEditAddShippingLine orderEditUpdateShippingLine orderEditRemoveShippingLine orderEditCommit
    refundCreate
    returnRequest returnCreate returnApproveRequest returnDeclineRequest returnCancel returnClose returnReopen returnProcess removeFromReturn
    returnRefund returnLineItemRemoveFromReturn reverseDeliveryCreateWithShipping reverseDeliveryShippingUpdate reverseFulfillmentOrderDispose
    fulfillmentCreate fulfillmentCancel fulfillmentTrackingInfoUpdate fulfillmentEventCreate
    fulfillmentOrderHold fulfillmentOrderReleaseHold fulfillmentOrderMove fulfillmentOrderSplit fulfillmentOrderMerge fulfillmentOrderCancel
    fulfillmentOrderClose fulfillmentOrderOpen fulfillmentOrderReschedule fulfillmentOrderReportProgress fulfillmentOrderLineItemsPreparedForPickup
    fulfillmentOrderSubmitFulfillmentRequest fulfillmentOrderAcceptFulfillmentRequest fulfillmentOrderRejectFulfillmentRequest
    fulfillmentOrderSubmitCancellationRequest fulfillmentOrderAcceptCancellationRequest fulfillmentOrderRejectCancellationRequest
    customerCreate customerUpdate customerDelete customerMerge customerSet customerAddressCreate customerAddressUpdate customerAddressDelete
    customerUpdateDefaultAddress customerEmailMarketingConsentUpdate customerSmsMarketingConsentUpdate customerRequestDataErasure
    productCreate productUpdate productDelete productSet productVariantsBulkCreate productVariantsBulkUpdate productVariantsBulkDelete
    productOptionsCreate productCreateMedia inventoryAdjustQuantities inventorySetQuantities inventoryMoveQuantities inventoryActivate inventoryItemUpdate
    locationAdd locationEdit locationActivate locationDeactivate
    draftOrderCreate draftOrderUpdate draftOrderComplete draftOrderDelete draftOrderInvoiceSend draftOrderCreateFromOrder draftOrderCalculate
    storeCreditAccountCredit storeCreditAccountDebit giftCardCreate discountCodeBasicCreate
    shopLocaleEnable shopLocaleUpdate shopLocaleDisable shopPolicyUpdate
    tagsAdd tagsRemove metafieldsSet metafieldsDelete
    bulkOperationRunQuery bulkOperationCancel
    webhookSubscriptionCreate webhookSubscriptionUpdate webhookSubscriptionDelete
    flowTriggerReceive appUninstall appRevokeAccessScopes
  `),
  types: words(`
    QueryRoot Mutation Node DisplayableError UserError LegacyInteroperability HasMetafields HasStoreCreditAccounts StoreCreditAccountTransaction
    Job JobResult BulkOperation Count PageInfo ApiVersion Locale App AppInstallation AccessScope AppSubscription OrderApp
    MoneyV2 MoneyBag MoneyInput Attribute Image Weight Metafield MetafieldDefinition UnitPriceMeasurement
    Shop ShopAddress ShopPlan ShopPolicy ShopLocale Domain CustomerAccountsV2 CurrencyFormats ShopFeatures CountriesInShippingZones CurrencySetting
    Order OrderCancellation OrderAttribution ChannelInformation Channel OrderPaymentCollectionDetails OrderPaymentStatus OrderRiskSummary OrderRiskAssessment RiskFact
    OrderDisputeSummary OrderTransaction OrderCancelJobResult PaymentDetails CardPaymentDetails PaymentTerms PaymentSchedule
    LineItem LineItemGroup LineItemSellingPlan ShippingLine TaxLine Duty AdditionalFee CashRoundingAdjustment
    DiscountApplication DiscountAllocation DiscountCodeApplication ManualDiscountApplication AutomaticDiscountApplication ScriptDiscountApplication
    PricingValue PricingPercentageValue MailingAddress PurchasingEntity
    CalculatedOrder CalculatedLineItem CalculatedShippingLine CalculatedDiscountApplication CalculatedDiscountAllocation CalculatedManualDiscountApplication
    OrderStagedChange OrderEditSession OrderEditAgreement
    Refund RefundLineItem RefundShippingLine RefundDuty OrderAdjustment SuggestedRefund ShippingRefund SuggestedOrderTransaction
    Return ReturnDecline ReturnLineItem ReturnLineItemType UnverifiedReturnLineItem ExchangeLineItem ReturnShippingFee RestockingFee Fee ReturnReasonDefinition
    SuggestedReturnFinancialOutcome SuggestedReturnRefund ReturnOutcomeFinancialTransfer RefundReturnOutcome InvoiceReturnOutcome
    SuggestedRefundMethod SuggestedStoreCreditRefund
    ReturnableFulfillment ReturnableFulfillmentLineItem CalculatedReturn CalculatedReturnLineItem CalculatedExchangeLineItem CalculatedReturnShippingFee
    CalculatedReturnFee CalculatedRestockingFee
    ReverseFulfillmentOrder ReverseFulfillmentOrderLineItem ReverseFulfillmentOrderDisposition ReverseFulfillmentOrderThirdPartyConfirmation
    ReverseDelivery ReverseDeliveryLineItem ReverseDeliveryDeliverable ReverseDeliveryShippingDeliverable ReverseDeliveryLabelV2 ReverseDeliveryTrackingV2
    Fulfillment FulfillmentLineItem FulfillmentEvent FulfillmentTrackingInfo FulfillmentOriginAddress FulfillmentService
    FulfillmentOrder FulfillmentOrderLineItem FulfillmentOrderAssignedLocation FulfillmentOrderDestination FulfillmentOrderLocationForMove
    FulfillmentOrderSupportedAction FulfillmentOrderMerchantRequest FulfillmentHold DeliveryMethod DeliveryMethodAdditionalInformation
    FulfillmentOrderInternationalDuties FulfillmentOrderSplitResult FulfillmentOrderMergeResult FulfillmentOrderLineItemFinancialSummary
    Customer CustomerEmailAddress CustomerPhoneNumber CustomerEmailMarketingConsentState CustomerSmsMarketingConsentState CustomerSmsMarketingConsent
    CustomerWhatsAppMarketingConsent
    CustomerStatistics CustomerMergeable StoreCreditAccount StoreCreditAccountCreditTransaction StoreCreditAccountDebitTransaction
    StoreCreditAccountDebitRevertTransaction StoreCreditAccountExpirationTransaction StoreCreditAccountTransactionOrigin GiftCard
    DiscountCodeNode DiscountCode DiscountCodeBasic
    Product ProductOption ProductOptionValue ProductVariant SelectedOption ProductPriceRangeV2 ProductCompareAtPriceRange SEO Media MediaImage MediaPreviewImage
    InventoryItem InventoryLevel InventoryQuantity InventoryItemMeasurement InventoryAdjustmentGroup InventoryChange
    Location LocationAddress
    DraftOrder DraftOrderLineItem DraftOrderAppliedDiscount CalculatedDraftOrder CalculatedDraftOrderLineItem
    WebhookSubscription WebhookHttpEndpoint WebhookSubscriptionEndpoint
    Event BasicEvent CommentEvent HasEvents StaffMember
  `),
  droppedInputs: words(`
    PurchasingEntityInput PurchasingCompanyInput PaymentTermsInput PaymentTermsCreateInput ProductSetInventoryInput
    SellingPlanInput ProductPublicationInput LocalizationExtensionInput UrlRedirectInput
  `),
  customerData: words(`
    Order Customer DraftOrder Fulfillment FulfillmentOrder Refund Return OrderTransaction MailingAddress StoreCreditAccount GiftCard CalculatedOrder
  `),
  unstatedAccess: {
    'Mutation.refundCreate': '`write_orders` access scope, `write_marketplace_orders` access scope or `write_quick_sale` access scope.',
    'Mutation.fulfillmentCancel':
      '`write_assigned_fulfillment_orders` access scope, `write_merchant_managed_fulfillment_orders` access scope or `write_third_party_fulfillment_orders` access scope.',
    'Mutation.tagsAdd': ANY_OWNER,
    'Mutation.tagsRemove': ANY_OWNER,
    'Mutation.metafieldsDelete': ANY_OWNER,
    'Shop.shopPolicies': '`read_legal_policies` access scope.',
  },
};
