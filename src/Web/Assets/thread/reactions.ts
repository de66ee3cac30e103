import type { PostList } from './list';
import { byId, type ThreadPage } from './page';
import { say } from './say';

/** One's own reaction shows at once and is taken back if it is refused. Without it the button sends its form. */
export function watchReactions(page: ThreadPage, list: PostList): void {
  const form = byId<HTMLFormElement>('reaktion');
  if (!form?.dataset['inloggad']) return;
  page.list.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[form=reaktion]');
    if (!button) return;
    event.preventDefault();
    void react(button);
  });

  async function react(button: HTMLButtonElement): Promise<void> {
    const data = new FormData(form!);
    data.set('reaktion', button.value);
    const number = Number(button.value.split('-')[0]);
    toggle(button);
    try {
      const response = await fetch(form!.action, { method: 'POST', body: data, headers: { 'X-Del': 'reaktion' }, redirect: 'error' });
      if (!response.ok) throw new Error(await response.text());
      const counts = (await response.json()) as { good: number; thoughtful: number };
      list.setCounts(number, counts.good, counts.thoughtful);
    } catch (error) {
      toggle(button);
      say(() => (error instanceof Error ? error.message : ''));
    }
  }
}

function toggle(button: HTMLButtonElement): void {
  const on = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(on));
  button.value = on ? `${button.value}-av` : button.value.replace(/-av$/, '');
  const count = button.querySelector('.siffror');
  if (count) count.textContent = String(Number(count.textContent) + (on ? 1 : -1));
}
