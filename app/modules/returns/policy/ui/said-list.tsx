import { List } from '@shopify/polaris';

/** What holds, one thing a line. */
export function SaidList({ said }: { said: readonly string[] }) {
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <List gap="extraTight">
        {said.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </div>
  );
}
