// One stream per browser and address: a shared worker holds it, and tells every tab the newest change number.
const streams = new Map();

function open(address) {
  const tabs = new Set();
  const source = new EventSource(address);
  const tell = (message) => tabs.forEach((tab) => tab.postMessage(message));
  source.addEventListener('change', (event) => tell({ change: event.data }));
  source.addEventListener('open', () => tell({ up: true }));
  source.addEventListener('error', () => tell({ down: true, ended: source.readyState === EventSource.CLOSED }));
  return { tabs, source };
}

onconnect = (connected) => {
  const tab = connected.ports[0];
  tab.onmessage = ({ data }) => {
    const held = streams.get(data.address);
    if (data.leave) {
      held?.tabs.delete(tab);
      if (held && held.tabs.size === 0) {
        held.source.close();
        streams.delete(data.address);
      }
      return;
    }
    if (!held || held.source.readyState === EventSource.CLOSED) {
      const again = open(data.address);
      held?.tabs.forEach((other) => again.tabs.add(other));
      streams.set(data.address, again);
    }
    streams.get(data.address).tabs.add(tab);
    tab.postMessage({ change: 'again' });
  };
};
