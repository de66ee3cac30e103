// How far long jobs have come: only those parts are fetched again, so that focus and place stay where they are.
const every = 2000;

async function renew(parts: HTMLElement[]): Promise<void> {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of parts) {
    const now = page.getElementById(part.id);
    if (!now || now.dataset['framsteg'] === undefined) {
      ended(part);
      continue;
    }
    copy(part, now, 'b');
    copy(part, now, 'span');
    part.querySelector('progress')!.value = now.querySelector('progress')!.value;
  }
}

/** What has not changed is left alone: a screen reader says what is written anew. */
function copy(part: Element, now: Element, what: string): void {
  const [to, from] = [part.querySelector(what), now.querySelector(what)];
  if (to && from && to.textContent !== from.textContent) to.textContent = from.textContent;
}

function ended(part: HTMLElement): void {
  const step = part.querySelector('b');
  if (step) step.textContent = part.dataset['framsteg'] ?? '';
  part.querySelector('span')?.remove();
  part.querySelector('progress')?.remove();
  delete part.dataset['framsteg'];
  // Nobody is in the middle of anything: show what the job has made.
  if (document.activeElement === document.body || document.activeElement === null) location.reload();
}

async function follow(): Promise<void> {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-framsteg]')];
  if (parts.length === 0) return;
  if (!document.hidden) await renew(parts).catch(() => undefined);
  setTimeout(() => void follow(), every);
}

setTimeout(() => void follow(), every);

export {};
