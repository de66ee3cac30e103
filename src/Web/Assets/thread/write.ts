import { parsePart, type PostList } from './list';
import { byId, clock, type ThreadPage } from './page';
import { say } from './say';

const longest = 1500;
const keepFor = 7 * 24 * 3600_000;
const retries = [2_000, 5_000, 15_000, 45_000];

/** Writing: counted, kept on the device until it is sent, sent without leaving the page. */
export function watchWriting(page: ThreadPage, list: PostList): void {
  const form = byId<HTMLFormElement>('skrivform');
  const area = form?.querySelector<HTMLTextAreaElement>('textarea');
  if (!form || !area) return;
  const draftKey = `utkast:${page.threadId}`;
  let saving = 0;

  restore();
  count();
  area.addEventListener('input', () => {
    count();
    window.clearTimeout(saving);
    saving = window.setTimeout(save, 500);
  });
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  page.list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.atg');
    const item = link?.closest<HTMLLIElement>('li');
    if (!link || !item) return;
    event.preventDefault();
    commentOn(Number(item.dataset['nr']), item.querySelector('.namn')?.textContent ?? '');
    area.focus();
  });
  byId('eget')?.addEventListener('click', (event) => {
    event.preventDefault();
    commentOn(0, '');
    area.focus();
  });
  form.addEventListener('submit', (event) => {
    window.clearTimeout(saving);
    if (!form.dataset['inloggad']) {
      save();
      return;
    }
    event.preventDefault();
    const problem = whyNot();
    explain(problem);
    if (problem) {
      area.focus();
      return;
    }
    new Sending(page, list, form, area.value.trim(), (text) => {
      area.value = text;
      count();
      area.focus();
    }).begin();
    area.value = '';
    commentOn(0, '');
    renewKey();
    forget();
    count();
    area.focus();
  });

  function whyNot(): string {
    const length = area!.value.trim().length;
    return length === 0 ? page.text('err.emptyPost') : length > longest ? page.text('err.tooLong', length - longest, longest) : '';
  }

  function explain(problem: string): void {
    byId('text-fel')?.remove();
    area!.toggleAttribute('aria-invalid', problem.length > 0);
    if (!problem) return;
    area!.setAttribute('aria-invalid', 'true');
    const shown = document.createElement('p');
    shown.className = 'feltext';
    shown.id = 'text-fel';
    shown.role = 'alert';
    shown.textContent = problem;
    area!.before(shown);
  }

  function count(): void {
    const shown = byId('antal');
    if (shown) shown.textContent = page.text('write.count', area!.value.trim().length, longest.toLocaleString(document.documentElement.lang));
  }

  function commentOn(number: number, name: string): void {
    const field = form!.elements.namedItem('kommentera') as HTMLInputElement;
    field.value = number ? String(number) : '';
    byId('skrivrubrik')!.textContent = number ? page.text('write.commentTitle', number) : page.text('write.title');
    const line = byId('kommenterar')!;
    line.hidden = !number;
    line.querySelector('span')!.textContent = number ? page.text('write.commenting', number, name) : '';
  }

  function renewKey(): void {
    (form!.elements.namedItem('nyckel') as HTMLInputElement).value = crypto.randomUUID();
  }

  function save(): void {
    try {
      if (area!.value.trim()) {
        localStorage.setItem(draftKey, JSON.stringify({ text: area!.value, at: Date.now() }));
        byId('utkast')!.textContent = page.text('live.draft', clock());
      } else {
        forget();
      }
    } catch {
      // A browser may refuse to keep anything; the text is still in the field.
    }
  }

  function forget(): void {
    try {
      localStorage.removeItem(draftKey);
    } catch {
      // As above.
    }
    byId('utkast')!.textContent = '';
  }

  function restore(): void {
    try {
      const kept = JSON.parse(localStorage.getItem(draftKey) ?? 'null') as { text: string; at: number } | null;
      if (kept && Date.now() - kept.at < keepFor && !area!.value) area!.value = kept.text;
    } catch {
      // As above.
    }
  }
}

/** One post on its way: shown at once, tried again while it makes sense. The form's key makes trying again harmless. */
class Sending {
  private readonly data: FormData;
  private readonly item = document.createElement('li');
  private readonly state = document.createElement('span');
  private readonly choices = document.createElement('p');
  private tries = 0;
  private timer = 0;

  constructor(
    private readonly page: ThreadPage, private readonly list: PostList, private readonly form: HTMLFormElement,
    private readonly text: string, private readonly giveBack: (text: string) => void) {
    this.data = new FormData(form);
    const target = Number(this.data.get('kommentera') || 0);
    const under = target ? list.item(target)?.dataset['under'] || String(target) : '';
    this.item.dataset['under'] = under;
    const article = this.item.appendChild(Object.assign(document.createElement('article'), { className: 'inlagg eget' }));
    const meta = article.appendChild(Object.assign(document.createElement('p'), { className: 'meta' }));
    meta.append(
      Object.assign(document.createElement('span'), { className: 'namn', textContent: page.text('live.you') }),
      Object.assign(document.createElement('span'), { textContent: page.text('live.now') }), this.state);
    this.state.className = 'skickar';
    article.appendChild(Object.assign(document.createElement('p'), { className: 'text', textContent: text }));
    this.choices.className = 'rad liten';
    article.appendChild(this.choices);
  }

  begin(): void {
    this.list.place(this.item);
    void this.send();
  }

  private async send(): Promise<void> {
    this.state.textContent = this.page.text('live.sending');
    this.item.firstElementChild!.classList.remove('felskickat');
    this.choices.replaceChildren();
    let response: Response;
    try {
      response = await fetch(this.form.action, {
        method: 'POST', body: this.data, headers: { 'X-Del': 'inlagg' }, redirect: 'error', signal: AbortSignal.timeout(10_000),
      });
    } catch {
      this.failed();
      return;
    }
    if (response.ok) {
      this.item.remove();
      parsePart(await response.text()).items.forEach((item) => this.list.take(item, true));
    } else if (response.status === 401) {
      // Signed out meanwhile: the form itself keeps the text through signing in.
      this.item.remove();
      this.giveBack(this.text);
      this.form.submit();
    } else if (response.status >= 500) {
      this.failed();
    } else {
      const isOurs = response.headers.get('content-type')?.startsWith('text/plain');
      this.refused(isOurs ? await response.text() : this.page.text('live.failed'));
    }
  }

  private failed(): void {
    this.refused(this.page.text('live.failed'), true);
    const wait = retries[this.tries++];
    if (wait !== undefined) this.timer = window.setTimeout(() => (document.hidden ? this.failed() : void this.send()), wait);
  }

  private refused(reason: string, mayRetry = false): void {
    this.state.textContent = reason;
    this.item.firstElementChild!.classList.add('felskickat');
    this.choices.replaceChildren(
      ...(mayRetry ? [this.choice('act.retry', () => void this.send())] : []),
      this.choice('act.change', () => {
        this.item.remove();
        this.giveBack(this.text);
      }),
      this.choice('live.remove', () => this.item.remove()));
    if (this.tries === 0) say(() => reason);
  }

  private choice(key: string, act: () => void): HTMLElement {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'lank-knapp', textContent: this.page.text(key) });
    button.addEventListener('click', () => {
      window.clearTimeout(this.timer);
      act();
    });
    return button;
  }
}
