// The line between the app's page and the admin frame around it: calls with answers, and events both ways.
((bridge) => {
  const script = document.currentScript;
  const adminOrigin = new URL(script.src).origin;
  const waiting = new Map();
  const listeners = new Map();
  let calls = 0;

  const post = (message) => {
    if (window.parent !== window) window.parent.postMessage({ appBridge: true, ...message }, adminOrigin);
  };

  bridge.script = script;
  bridge.adminOrigin = adminOrigin;

  /** Tells the frame something. */
  bridge.tell = (event, detail) => post({ event, detail });

  /** Asks the frame; rejects with the frame's error. */
  bridge.ask = (call, detail) =>
    new Promise((resolve, reject) => {
      if (window.parent === window) return reject(new Error(`App Bridge: ${call} needs the admin around the app`));
      calls += 1;
      waiting.set(calls, { resolve, reject });
      post({ call, id: calls, detail });
    });

  /** Hears an event of the frame. */
  bridge.on = (event, listener) => {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  };

  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== adminOrigin || source !== window.parent || !data?.appBridge) return;
    if (data.answer !== undefined) {
      const { resolve, reject } = waiting.get(data.answer) ?? {};
      waiting.delete(data.answer);
      if (data.error === undefined) resolve?.(data.value);
      else reject?.(new Error(data.error));
    } else {
      for (const listener of listeners.get(data.event) ?? []) listener(data.detail);
    }
  });
})((window.shopifyAppBridge ??= {}));
