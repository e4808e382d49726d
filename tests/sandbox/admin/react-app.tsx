import { Modal, NavMenu, SaveBar, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const shopify = useAppBridge();
  const [path, setPath] = useState(location.pathname);
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const go = (event: { preventDefault(): void }, to: string) => {
    event.preventDefault();
    history.pushState(null, '', to);
    setPath(to);
  };
  return (
    <>
      <NavMenu>
        <a href="/react" rel="home" onClick={(event) => go(event, '/react')}>
          Home
        </a>
        <a href="/react/orders" onClick={(event) => go(event, '/react/orders')}>
          Parcels
        </a>
      </NavMenu>
      <TitleBar title={`At ${path}`}>
        <button variant="primary" onClick={() => setAsking(true)}>
          Ask
        </button>
        <button disabled={!dirty} onClick={() => shopify.toast.show('Second')}>
          Second
        </button>
      </TitleBar>
      <SaveBar id="bar" open={dirty}>
        <button
          variant="primary"
          onClick={() => {
            setSaid('saved');
            setDirty(false);
          }}
        />
        <button onClick={() => setDirty(false)} />
      </SaveBar>
      <Modal open={asking} onHide={() => setAsking(false)}>
        <p>
          In React <button onClick={() => setSaid('counted')}>Count</button>
        </p>
        <TitleBar title="A React question">
          <button variant="primary" onClick={() => setAsking(false)}>
            Fine
          </button>
        </TitleBar>
      </Modal>
      <button onClick={() => setDirty(true)}>Change</button>
      <output>{said}</output>
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
