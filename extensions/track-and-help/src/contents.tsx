interface Item {
  title: string;
  imageUrl: string | null;
  quantity: number;
}

/** What is in a parcel, with pictures. */
export function Contents({ items }: { items: readonly Item[] }) {
  return (
    <s-stack gap="small">
      {items.map((item, at) => (
        <s-stack key={at} direction="inline" gap="base" alignItems="center">
          <s-product-thumbnail {...(item.imageUrl === null ? {} : { src: item.imageUrl })} alt="" size="small" totalItems={item.quantity} />
          <s-text>{item.title}</s-text>
        </s-stack>
      ))}
    </s-stack>
  );
}
