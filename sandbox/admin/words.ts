import type { Language } from './preferences.ts';

const words = {
  en: { home: 'Home', orders: 'Orders', customers: 'Customers', products: 'Products', onlineStore: 'Online store', viewStore: 'View store', apps: 'Apps', settings: 'Settings', save: 'Save', discard: 'Discard', unsaved: 'Unsaved changes' },
  'zh-CN': { home: '主页', orders: '订单', customers: '客户', products: '产品', onlineStore: '在线商店', viewStore: '查看商店', apps: '应用', settings: '设置', save: '保存', discard: '放弃', unsaved: '未保存的更改' },
} satisfies Record<Language, Record<string, string>>;

/** The words of the admin's own chrome in the language it is set to; pages of the shop itself stay English. */
export function wordsOf(language: Language) {
  return words[language];
}
