// The customer's side of the chat: one stream of lines, each with its number, so that nothing is missed or shown twice.
(() => {
  const page = document.getElementById('chat');
  const lines = document.getElementById('lines');
  const text = document.getElementById('text');
  const state = document.getElementById('state');
  const calm = state.textContent;
  const { api, store } = page.dataset;
  const kept = 'deskhand-chat-' + store;
  let token = localStorage.getItem(kept);
  let last = 0;
  let stream;
  let writing;

  const say = (words) => (state.textContent = words || calm);
  const header = () => ({ Authorization: 'Bearer ' + token, 'Content-Type': 'application/json' });
  const id = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16)).join('');

  async function begin() {
    const answer = await fetch(api + '/start', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    if (!answer.ok) throw answer;
    token = (await answer.json()).token;
    localStorage.setItem(kept, token);
    follow();
  }

  function add(line) {
    if (line.number <= last) return;
    last = line.number;
    if (line.from !== 'me') wait(false);
    const mine = [...lines.querySelectorAll('[data-sent]')].find((sent) => line.from === 'me' && sent.dataset.sent === line.text);
    const shown = mine ?? document.createElement('p');
    delete shown.dataset.sent;
    shown.className = line.from === 'me' ? 'line me' : 'line';
    shown.textContent = line.text;
    const small = [line.from === 'person' ? line.name : line.from === 'assistant' ? page.dataset.assistant : '', line.sources].filter(Boolean).join(' · ');
    if (small) {
      const source = document.createElement('small');
      source.textContent = small;
      shown.append(source);
    }
    lines.append(shown);
    down();
  }

  const down = () => (lines.scrollTop = lines.scrollHeight);

  function wait(on) {
    clearTimeout(writing);
    document.getElementById('writing')?.remove();
    if (!on || !page.dataset.writing) return;
    const dots = document.createElement('p');
    dots.id = 'writing';
    dots.className = 'line';
    dots.textContent = page.dataset.writing;
    lines.append(dots);
    down();
    writing = setTimeout(() => wait(false), 20000);
  }

  async function follow(pause = 1000) {
    stream?.abort();
    const mine = (stream = new AbortController());
    try {
      const answer = await fetch(api + '/events', { headers: { ...header(), 'Last-Event-ID': String(last) }, signal: mine.signal });
      if (answer.status === 401) {
        localStorage.removeItem(kept);
        token = null;
        return;
      }
      if (!answer.ok) throw answer;
      pause = 1000;
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        const blocks = (rest + value).split('\n\n');
        rest = blocks.pop();
        for (const block of blocks) {
          const data = block.split('\n').filter((row) => row.startsWith('data:')).map((row) => row.slice(5)).join('\n');
          if (data) add(JSON.parse(data));
        }
      }
    } catch (gone) {
      if (mine.signal.aborted) return;
    }
    if (stream === mine) setTimeout(() => stream === mine && follow(Math.min(pause * 2, 15000)), pause);
  }

  async function send(words) {
    const shown = document.createElement('p');
    shown.className = 'line me';
    shown.textContent = words;
    shown.dataset.sent = words;
    lines.append(shown);
    down();
    try {
      if (!token) await begin();
      const answer = await fetch(api + '/messages', { method: 'POST', headers: header(), body: JSON.stringify({ id: id(), text: words }) });
      if (!answer.ok) throw answer;
      say('');
      wait(true);
    } catch (gone) {
      shown.remove();
      if (gone.status === 401) {
        localStorage.removeItem(kept);
        token = null;
      }
      text.value = words;
      say(gone.status === 429 ? page.dataset.many : gone.status === 413 ? page.dataset.long : page.dataset.failed);
    }
  }

  document.getElementById('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) return;
    text.value = '';
    send(words);
    text.focus();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      document.getElementById('ask').requestSubmit();
    }
  });
  document.getElementById('person').addEventListener('click', () => send(page.dataset.person));
  if (token) follow();
})();
