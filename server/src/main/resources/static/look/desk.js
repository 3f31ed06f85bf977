// What the pages of the shop's people do beyond plain links and forms. Everything works without it, but not live.
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const desk = $('#desk');
  const live = $('#live');

  // ---- parts that change in place: children are compared by id, and what did not change is not touched

  const asSent = new WeakMap();
  const remember = (node) => {
    asSent.set(node, node.outerHTML);
    if (node.hasAttribute('data-keyed')) [...node.children].forEach(remember);
  };
  const typedInto = (node) =>
    (node.contains(document.activeElement) && document.activeElement.matches('textarea, input:not([type=radio])')) ||
    $('[data-typed]', node) !== null;

  // Where an element stands within another, for elements that nothing else names.
  const trail = (node, top) => (node === top ? [] : [...trail(node.parentElement, top), [...node.parentElement.children].indexOf(node)]);

  function patch(target, fresh) {
    const old = new Map([...target.children].map((child, i) => [child.id || '#' + i, child]));
    let place = target.firstElementChild;
    [...fresh.children].forEach((child, i) => {
      const key = child.id || '#' + i;
      const had = old.get(key);
      old.delete(key);
      let now = had;
      if (!had) {
        now = child;
        remember(now);
      } else if (asSent.get(had) === child.outerHTML || (had.id && typedInto(had) && !child.hasAttribute('data-keyed'))) {
        now = had;
      } else if (child.hasAttribute('data-keyed') && had.hasAttribute('data-keyed')) {
        asSent.set(had, child.outerHTML);
        const low = had.scrollHeight - had.scrollTop - had.clientHeight < 48;
        const grew = patch(had, child);
        for (const name of child.getAttributeNames()) had.setAttribute(name, child.getAttribute(name));
        if (low && grew) had.scrollTop = had.scrollHeight;
      } else {
        $$('details[id][open]', had).concat(had.matches('details[open]') ? [had] : []).forEach((opened) => {
          const again = child.id === opened.id ? child : $('#' + CSS.escape(opened.id), child);
          if (again) again.open = true;
        });
        const focus = had.contains(document.activeElement) ? document.activeElement : null;
        const way = focus && trail(focus, had);
        const name = focus && (focus.id ? '#' + CSS.escape(focus.id) : focus.href ? `a[href="${CSS.escape(focus.getAttribute('href'))}"]` : null);
        remember(child);
        had.replaceWith(child);
        now = child;
        if (place === had) place = child;
        const named = name && (child.matches(name) ? child : $(name, child));
        const same = named || (focus && way.reduce((at, i) => at?.children[i], child));
        if (same?.tagName === focus?.tagName) same?.focus({ preventScroll: true });
      }
      if (now === place) place = place.nextElementSibling;
      else target.insertBefore(now, place);
      if (!had || now !== had) window.htmx?.process(now);
    });
    const gone = old.size;
    old.forEach((child) => child.remove());
    return gone === 0;
  }

  htmx.defineExtension('keyed', {
    isInlineSwap: () => false,
    handleSwap(style, target, fragment) {
      if (style !== 'keyed') return false;
      patch(target, fragment);
      return true;
    },
  });
  document.body.setAttribute('hx-ext', 'keyed');

  ['#views', '#search', '#rows', '#talk', '#facts'].forEach((id) => $(id) && [...$(id).children].forEach(remember));

  // ---- requests

  document.body.addEventListener('htmx:configRequest', ({ detail }) => {
    const csrf = $('meta[name=csrf]');
    if (csrf) detail.headers[csrf.dataset.header] = csrf.content;
  });

  // An answer about a place that the person has left meanwhile would pull them back: what it says is asked for anew.
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    const { requestConfig } = event.detail;
    const here = $('#here');
    if (!here || !requestConfig) return;
    const acted = requestConfig.verb === 'post' && requestConfig.path.match(/\/inbox\/(\d+)\//);
    const asked = requestConfig.path.includes('/inbox/parts?');
    if ((acted && acted[1] !== here.dataset.open) || (asked && requestConfig.path !== here.dataset.parts)) {
      event.detail.shouldSwap = false;
      refresh();
    }
  });

  let fading;
  function say(words) {
    const toast = $('#toast');
    if (!toast || !words) return;
    toast.textContent = words;
    toast.hidden = false;
    clearTimeout(fading);
    fading = setTimeout(() => (toast.hidden = true), 9000);
  }

  document.body.addEventListener('htmx:responseError', ({ detail }) => {
    const { xhr } = detail;
    const plain = (xhr.getResponseHeader('Content-Type') ?? '').startsWith('text/plain');
    say(plain ? xhr.responseText : [401, 403].includes(xhr.status) ? live?.dataset.out : live?.dataset.broken);
  });
  document.body.addEventListener('htmx:sendError', () => say(live?.dataset.broken));
  document.body.addEventListener('htmx:timeout', () => say(live?.dataset.broken));

  // A source comes after its place was opened: then there is something to bring into sight.
  document.body.addEventListener('htmx:afterSwap', ({ target }) => {
    if (target.matches?.('.shown')) target.closest('details').scrollIntoView({ block: 'nearest' });
  });

  // ---- where we are

  function screen(name) {
    if (!desk || !name) return;
    desk.dataset.screen = name;
    $$('.screens [data-screen-to]').forEach((button) =>
      button.dataset.screenTo === name ? button.setAttribute('aria-current', 'true') : button.removeAttribute('aria-current'));
  }

  let open = $('#here')?.dataset.open;
  document.body.addEventListener('htmx:afterSettle', () => {
    const here = $('#here');
    if (!here) return;
    if (here.dataset.screen) screen(here.dataset.screen);
    here.dataset.screen = '';
    if (here.dataset.open !== open) {
      open = here.dataset.open;
      arrive();
    }
  });

  function arrive() {
    const thread = $('.thread');
    if (thread) {
      thread.scrollTop = thread.scrollHeight;
      const asked = $$('.message.customer', thread).at(-1);
      if (asked && asked.getBoundingClientRect().top < thread.getBoundingClientRect().top) asked.scrollIntoView({ block: 'start' });
    }
    const text = $('#compose textarea');
    const kept = open && sessionStorage.getItem('typed-' + open);
    if (text && kept) {
      text.value = kept;
      text.dataset.typed = '';
    }
    $('#rows [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }
  screen(desk?.dataset.screen);
  arrive();

  // ---- what is typed stays

  document.addEventListener('input', ({ target }) => {
    if (!target.matches('#compose textarea')) return;
    target.dataset.typed = '';
    if (target.value.trim() === '') {
      delete target.dataset.typed;
      sessionStorage.removeItem('typed-' + open);
    } else {
      sessionStorage.setItem('typed-' + open, target.value);
    }
  });
  document.body.addEventListener('learnt', () => say(live?.dataset.learnt));
  document.body.addEventListener('written', () => {
    const text = $('#compose textarea');
    if (!text) return;
    text.value = '';
    delete text.dataset.typed;
    sessionStorage.removeItem('typed-' + open);
    const reply = $('#compose [value=reply]');
    if (reply) reply.checked = true;
  });

  // ---- presses

  document.addEventListener('click', (event) => {
    if (event.target.closest('#rows .row') && !event.ctrlKey && !event.metaKey && !event.shiftKey) screen('talk');
    const on = event.target.closest('[data-screen-to], [data-opens], [data-source], [data-uses-draft]');
    if (!on) {
      $$('.menu[open]').forEach((menu) => menu.contains(event.target) || (menu.open = false));
      return;
    }
    if (on.dataset.screenTo) screen(on.dataset.screenTo);
    if (on.dataset.opens) $('#' + on.dataset.opens).showModal();
    if (on.dataset.source) {
      event.preventDefault();
      const source = document.getElementById(on.dataset.source);
      if (source?.matches('details')) source.open = !source.open;
      source?.scrollIntoView({ block: 'nearest' });
    }
    if ('usesDraft' in on.dataset) {
      const text = $('#compose textarea');
      text.value = on.dataset.text;
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus();
    }
  });
  document.addEventListener('toggle', ({ target }) => {
    if (!target.open) return;
    $$('[hx-trigger^=opened]', target).forEach((part) => part.closest('details') === target && htmx.trigger(part, 'opened'));
    if (target.matches('.menu')) $$('.menu[open]').forEach((menu) => menu === target || (menu.open = false));
  }, true);

  // In an open menu the arrows go up and down, and a letter goes to the next entry that begins with it.
  function walk(event) {
    const menu = event.target.closest?.('.menu[open]');
    if (!menu || event.ctrlKey || event.metaKey || event.altKey) return false;
    const entries = $$('div button, div a', menu);
    const at = entries.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const onwards = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
    const next = step ? entries.at((Math.max(at, step < 0 ? 0 : -1) + step) % entries.length)
      : onwards.find((entry) => event.key.length === 1 && entry.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()) && event.key !== ' ');
    if (!next) return false;
    event.preventDefault();
    next.focus();
    return true;
  }
  document.addEventListener('change', ({ target }) => {
    if (target.matches('[data-submits]')) target.form.requestSubmit();
    if (target.matches('#compose [name=kind]')) $('#compose textarea').focus();
    if (target.id === 'keys-off') localStorage.setItem('keys-off', target.checked);
  });

  // What was picked in a menu is done: it closes, and the focus stays where it was opened.
  document.addEventListener('submit', ({ target }) => {
    const menu = target.closest('.menu');
    if (!menu) return;
    menu.open = false;
    $('summary', menu).focus();
  });

  // ---- keys

  const row = (step) => {
    const rows = $$('#rows .row');
    const at = rows.findIndex((link) => link.hasAttribute('aria-current'));
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (next && !next.hasAttribute('aria-current')) next.click();
  };
  const write = (kind) => {
    screen('talk');
    const pick = $(`#compose [value=${kind}]`);
    if (pick) pick.checked = true;
    $('#compose textarea')?.focus();
  };
  const keys = {
    j: () => row(1),
    k: () => row(-1),
    r: () => write('reply'),
    n: () => write('note'),
    a: () => $('[data-key=a]')?.click(),
    z: () => {
      const snooze = $('summary[data-key=z]');
      snooze?.focus();
      snooze?.click();
    },
    e: () => $('[data-key=e]')?.click(),
    '/': () => $('#q')?.focus(),
    '?': () => $('#keys')?.showModal(),
  };
  if ($('#keys-off')) $('#keys-off').checked = localStorage.getItem('keys-off') === 'true';
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
    if (walk(event)) return;
    if (event.key === 'Escape') {
      $$('.menu[open]').forEach((menu) => {
        if (menu.contains(document.activeElement)) $('summary', menu).focus();
        menu.open = false;
      });
      if (typing) event.target.blur();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest('form');
      const note = form && $('[value=note]:checked', form);
      (note ? $('.for-note', form) : form && $('[data-sends]', form))?.click();
      return;
    }
    const off = localStorage.getItem('keys-off') === 'true' && event.key !== '?';
    if (typing || off || event.ctrlKey || event.metaKey || event.altKey || $('dialog[open]')) return;
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // ---- live

  let due = false;
  let last = 0;
  function refresh() {
    const parts = $('#here')?.dataset.parts;
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      last = Date.now();
      if (parts) htmx.ajax('GET', $('#here').dataset.parts, { source: document.body, swap: 'none' });
      else document.body.dispatchEvent(new CustomEvent('store-changed'));
    }, Math.max(0, 400 - (Date.now() - last)));
  }
  if (!live) return;
  let down;
  function heard(message) {
    if (message.change) refresh();
    if (message.up) {
      clearTimeout(down);
      down = undefined;
    }
    if (message.down && !down) down = setTimeout(() => say(live.dataset.lost), 8000);
    if (message.ended) setTimeout(follow, 5000);
  }
  const address = new URL(live.dataset.stream, location.href).href;
  const ownStream = () => {
    const source = new EventSource(address);
    source.addEventListener('change', (event) => share({ change: event.data }));
    source.addEventListener('open', () => share({ up: true }));
    source.addEventListener('error', () => share({ down: true, ended: source.readyState === EventSource.CLOSED }));
    return source;
  };
  const others = 'BroadcastChannel' in window ? new BroadcastChannel(address) : null;
  const share = (message) => {
    heard(message);
    others?.postMessage(message);
  };
  let port;
  function follow() {
    if ('SharedWorker' in window) {
      if (!port) {
        port = new SharedWorker(live.dataset.worker, { name: 'deskhand' }).port;
        port.onmessage = ({ data }) => heard(data);
        addEventListener('pagehide', () => port.postMessage({ address, leave: true }));
        addEventListener('pageshow', ({ persisted }) => persisted && port.postMessage({ address }));
      }
      port.postMessage({ address });
    } else if (others && navigator.locks) {
      others.onmessage = ({ data }) => heard(data);
      navigator.locks.request(address, () => new Promise((end) => {
        ownStream().addEventListener('error', ({ target }) => target.readyState === EventSource.CLOSED && end());
      }));
    } else {
      ownStream();
    }
  }
  follow();
})();
