// Keys 1 to 9 put the text that has the focus in the list into a theme, or take it out. They work nowhere else and can be switched off; everything is there
// without them, in the form.
const off = 'koda-utan-tangenter';
const list = document.querySelector<HTMLElement>('[data-koda]');
const choice = document.querySelector<HTMLInputElement>('#tangenter');
const boxes = [...document.querySelectorAll<HTMLInputElement>('#koda-form .koda-val input[type=checkbox]')];
const token = document.querySelector<HTMLInputElement>('input[name=__RequestVerificationToken]');

interface Toggled {
  names?: string | null;
  ticked?: string[];
  said: string;
}

function kept(): boolean {
  try {
    return localStorage.getItem(off) !== '1';
  } catch {
    return true;
  }
}

function tell(sentence: string): void {
  const status = document.querySelector('#koda-svar');
  if (status) status.textContent = sentence;
}

async function toggle(row: HTMLAnchorElement, theme: string): Promise<void> {
  const form = new FormData();
  form.set('Number', row.dataset['nummer'] ?? '');
  form.set('tema', theme);
  form.set('__RequestVerificationToken', token?.value ?? '');
  const response = await fetch(list?.dataset['koda'] ?? '', { method: 'POST', body: form });
  if (!response.ok) {
    location.reload();
    return;
  }
  const toggled = (await response.json()) as Toggled;
  const names = row.querySelector('.koda-teman');
  if (names && typeof toggled.names === 'string') names.textContent = toggled.names;
  if (toggled.ticked && row.getAttribute('aria-current') === 'true') {
    for (const box of boxes) box.checked = toggled.ticked.includes(box.value);
  }
  tell(toggled.said);
}

if (list && choice && token && boxes.length > 0 && list.dataset['koda']) {
  const hints = document.querySelectorAll<HTMLElement>('.bara-skript');
  const show = (): void => hints.forEach((hint) => (hint.hidden = hint.tagName === 'KBD' && !choice.checked));
  choice.checked = kept();
  show();
  choice.addEventListener('change', () => {
    show();
    try {
      localStorage.setItem(off, choice.checked ? '' : '1');
    } catch {
      // Holds for this page only, then.
    }
  });
  list.addEventListener('keydown', (event) => {
    const row = document.activeElement;
    const box = /^[1-9]$/.test(event.key) ? boxes[Number(event.key) - 1] : undefined;
    if (!choice.checked || !box || event.ctrlKey || event.altKey || event.metaKey || !(row instanceof HTMLAnchorElement) || !list.contains(row)) return;
    event.preventDefault();
    void toggle(row, box.value);
  });
}

export {};
