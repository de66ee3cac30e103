import { byId, clock, type ThreadPage } from './page';
import { say } from './say';

const mostWaiting = 50;

/** The list of posts: what exists is changed in place, what is new waits until the reader asks for it (WCAG 2.2.2). */
export class PostList {
  /** Everything up to here has reached the page. */
  seen: number;
  direct = false;
  private readonly waiting = new Map<number, HTMLLIElement>();
  private since = clock();
  private seenAtShow: number;
  private quiet = false;

  constructor(private readonly page: ThreadPage) {
    this.seen = this.seenAtShow = Number(page.list.dataset['sekvens'] ?? 0);
    const pill = byId<HTMLButtonElement>('pill');
    pill?.addEventListener('click', () => this.show(true));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !byId('pillram')!.hidden) {
        this.quiet = true;
        this.updatePill();
      }
    });
  }

  item(number: number): HTMLLIElement | null {
    return this.page.list.querySelector<HTMLLIElement>(`li[data-nr="${number}"]`);
  }

  /** Takes one post as the server tells it. Own posts are shown at once, others wait for the reader. */
  take(item: HTMLLIElement, isOwn = false): void {
    const number = Number(item.dataset['nr']);
    const there = this.item(number);
    if (there) {
      this.waiting.delete(number);
      this.change(there, item);
    } else if (isOwn) {
      this.waiting.delete(number);
      this.place(item);
    } else {
      const before = this.waiting.get(number);
      if (!before || sequence(before) < sequence(item)) this.waiting.set(number, item);
    }
    if (this.direct && this.waiting.size > 0) this.show(false);
    else this.updatePill();
  }

  setCounts(number: number, good: number, thoughtful: number): void {
    const shown = this.item(number)?.querySelectorAll(':scope > article .siffror');
    if (shown?.[0]) shown[0].textContent = String(good);
    if (shown?.[1]) shown[1].textContent = String(thoughtful);
  }

  /** What waits, in words; empty when nothing does. */
  words(): string {
    let posts = 0;
    let comments = 0;
    for (const item of this.waiting.values()) item.dataset['under'] ? comments++ : posts++;
    return [posts ? this.page.count('live.newPosts', posts) : '', comments ? this.page.count('live.newComments', comments) : '']
      .filter(Boolean).join(', ');
  }

  /** Puts in what waits. */
  show(asked: boolean): void {
    const items = [...this.waiting.values()].sort((a, b) => Number(a.dataset['nr']) - Number(b.dataset['nr']));
    const first = items[0];
    if (!first) return;
    if (items.length > mostWaiting) {
      location.assign(`${this.page.path}?efter=${this.seenAtShow}`);
      return;
    }
    const elsewhere = items.find((item) => !this.fits(item));
    if (elsewhere) {
      if (asked) location.assign(`${this.page.path}?till=${elsewhere.dataset['nr']}#inlagg-${elsewhere.dataset['nr']}`);
      else this.updatePill();
      return;
    }
    this.waiting.clear();
    this.quiet = false;
    for (const item of items) this.place(item);
    if (asked) {
      this.page.list.querySelector('.nytt-sedan')?.remove();
      const line = document.createElement('p');
      line.className = 'nytt-sedan';
      line.textContent = this.page.text('thread.shownSince', this.since);
      first.prepend(line);
      const target = first.querySelector<HTMLElement>('article, .gravsten');
      if (target) {
        target.tabIndex = -1;
        target.focus();
      }
    }
    this.since = clock();
    this.seenAtShow = this.seen;
    this.updatePill();
  }

  /** A place for something that the server does not know yet. */
  place(item: HTMLLIElement): void {
    byId('tomt')?.remove();
    const under = Number(item.dataset['under']);
    const parent = under ? this.item(under) : null;
    if (under && !parent) return;
    let list: Element = this.page.list;
    if (parent) {
      list = parent.querySelector(':scope > .kommentarer') ?? parent.appendChild(Object.assign(document.createElement('ol'), { className: 'kommentarer' }));
    }
    const descending = !parent && this.page.newestFirst;
    const number = Number(item.dataset['nr'] ?? Infinity);
    const next = [...list.children].find((other) => {
      const its = Number((other as HTMLElement).dataset['nr'] ?? Infinity);
      return descending ? its < number : its > number;
    });
    list.insertBefore(item, next ?? null);
  }

  private fits(item: HTMLLIElement): boolean {
    return item.dataset['under'] ? this.item(Number(item.dataset['under'])) !== null : this.page.isEnd;
  }

  private change(there: HTMLLIElement, news: HTMLLIElement): void {
    if (sequence(news) <= sequence(there) && sequence(there) > 0) return;
    const was = body(there);
    const becomes = body(news);
    if (!was || !becomes) return;
    // A reader who is inside it is not disturbed, unless a moderator has hidden it.
    if (was.contains(document.activeElement) && !becomes.matches('.gravsten')) {
      was.addEventListener('focusout', () => setTimeout(() => this.change(there, news)), { once: true });
      return;
    }
    keepOwn(was, becomes);
    there.dataset['sekvens'] = news.dataset['sekvens'] ?? '';
    was.replaceWith(becomes);
  }

  private updatePill(): void {
    const [frame, pill] = [byId('pillram')!, byId('pill')!];
    const size = this.waiting.size;
    frame.hidden = size === 0;
    if (size === 0) return;
    const words = size > mostWaiting ? this.page.text('live.many') : this.words();
    pill.replaceChildren(...(this.quiet ? [String(size), hidden(words)] : [arrow(), words]));
    pill.classList.toggle('dampad', this.quiet);
    say(() => this.words());
  }
}

/** The posts of a part that the server has rendered. */
export function parsePart(html: string): { items: HTMLLIElement[]; sequence: number; hasMore: boolean } {
  const part = new DOMParser().parseFromString(html, 'text/html').querySelector('ol');
  return {
    items: part ? ([...part.children] as HTMLLIElement[]).map((item) => document.adoptNode(item)) : [],
    sequence: Number(part?.dataset['sekvens'] ?? 0),
    hasMore: part?.dataset['fler'] === '1',
  };
}

const sequence = (item: HTMLElement) => Number(item.dataset['sekvens'] ?? 0);
const body = (item: HTMLElement) => item.querySelector<HTMLElement>(':scope > article, :scope > .gravsten');

/** What is sent to everyone does not know what is the reader's own. */
function keepOwn(was: HTMLElement, becomes: HTMLElement): void {
  for (const button of was.querySelectorAll<HTMLButtonElement>('button[aria-pressed=true]')) {
    const value = button.value.replace(/-av$/, '');
    const same = becomes.querySelector<HTMLButtonElement>(`button[value="${value}"]`);
    if (same) {
      same.value = `${value}-av`;
      same.setAttribute('aria-pressed', 'true');
    }
  }
  const own = was.querySelector('.eget-val');
  if (own && becomes.matches('article') && !becomes.querySelector('.eget-val')) becomes.append(own);
  const moderate = was.querySelector('button[form=moderera]')?.closest('li');
  if (moderate && !becomes.querySelector('button[form=moderera]')) becomes.querySelector('.merlista')?.append(moderate);
}

function arrow(): HTMLElement {
  const shown = document.createElement('span');
  shown.ariaHidden = 'true';
  shown.textContent = '↓ ';
  return shown;
}

function hidden(text: string): HTMLElement {
  const shown = document.createElement('span');
  shown.className = 'dold';
  shown.textContent = ` ${text}`;
  return shown;
}
