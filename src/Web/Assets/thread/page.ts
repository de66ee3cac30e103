// What the thread's page gives the script: elements, texts and how far the page has come.
export interface ThreadPage {
  readonly list: HTMLOListElement;
  readonly path: string;
  readonly threadId: string;
  readonly newestFirst: boolean;
  /** New top posts belong on this page of the thread. */
  readonly isEnd: boolean;
  text(key: string, ...gaps: (string | number)[]): string;
  /** Picks the form for one or for many; the count is the first gap. */
  count(key: string, n: number): string;
}

export function findPage(): ThreadPage | null {
  const list = document.querySelector<HTMLOListElement>('#lista');
  if (!list) return null;
  const texts = JSON.parse(list.dataset['texter'] ?? '{}') as Record<string, string>;
  const text = (key: string, ...gaps: (string | number)[]) =>
    (texts[key] ?? key).replace(/\{(\d)\}/g, (_, n: string) => String(gaps[Number(n)] ?? ''));
  return {
    list,
    path: location.pathname,
    threadId: list.dataset['trad'] ?? '',
    newestFirst: list.dataset['ordning'] === 'nyast',
    isEnd: list.dataset['slutet'] === '1',
    text,
    count: (key, n) => text(n === 1 ? `${key}.one` : `${key}.other`, n),
  };
}

export const byId = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T | null;

/** "14.05", as the rest of the page writes it. */
export const clock = () =>
  new Date().toLocaleTimeString(document.documentElement.lang === 'en' ? 'en-GB' : 'sv-SE', { hour: '2-digit', minute: '2-digit' })
    .replace(':', document.documentElement.lang === 'en' ? ':' : '.');
