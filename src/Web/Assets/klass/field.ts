// One question on the page: the server's own markup from its template, filled with what was answered and read back.
import type { Answer, Question } from './rules';

export interface Words {
  progress: string;
  left: string;
  change: string;
  up: string;
  down: string;
  remove: string;
  rankFirst: string;
  rankNext: string;
  error: string;
  unsent: string;
}

const fill = (text: string, ...values: (string | number)[]): string => values.reduce<string>((t, v, i) => t.replace(`{${i}}`, String(v)), text);

export class Field {
  private ranked: string[] = [];

  constructor(
    private readonly place: HTMLElement,
    private readonly question: Question,
    private readonly words: Words,
  ) {}

  show(template: HTMLTemplateElement, answer: Answer | undefined, number: number, total: number): void {
    this.place.replaceChildren(template.content.cloneNode(true));
    const progress = this.place.querySelector('#fram');
    const section = progress?.textContent?.split(' · ').slice(1).join(' · ') ?? '';
    if (progress) progress.textContent = `${fill(this.words.progress, number, total)} · ${section}`;
    const bar = this.place.querySelector('progress');
    if (bar) [bar.value, bar.max] = [number, total];
    const chosen = Array.isArray(answer) ? answer : [];
    if (this.question.kind === 'Ranking') {
      this.ranked = [...chosen];
      this.rank();
    }
    for (const input of this.place.querySelectorAll<HTMLInputElement>('input[name=val]')) input.checked = chosen.includes(input.value);
    const text = this.text();
    if (text && typeof answer === 'string') text.value = answer;
    const heading = this.place.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }

  choices(): string[] {
    return this.question.kind === 'Ranking' ? this.ranked : [...this.place.querySelectorAll<HTMLInputElement>('input[name=val]:checked')].map((input) => input.value);
  }

  typed(): string {
    return this.text()?.value ?? '';
  }

  complain(wrong: string): void {
    this.place.querySelector('#fel-val')?.remove();
    const box = this.place.querySelector('fieldset, :scope > div');
    box?.classList.add('felfalt');
    const line = document.createElement('p');
    [line.className, line.id] = ['feltext', 'fel-val'];
    line.append(Object.assign(document.createElement('span'), { className: 'dold', textContent: this.words.error }), wrong);
    (this.place.querySelector('#hjalp') ?? this.place.querySelector('progress'))?.after(line);
    const first = this.text() ?? this.place.querySelector<HTMLElement>('input[name=val], button');
    const described = this.text() ?? box;
    described?.setAttribute('aria-describedby', [this.place.querySelector('#hjalp') ? 'hjalp' : '', 'fel-val'].filter(Boolean).join(' '));
    this.text()?.setAttribute('aria-invalid', 'true');
    first?.focus();
  }

  private text(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.place.querySelector('#text');
  }

  /** The order so far with its buttons, and what is left to choose. The template shows the first step. */
  private rank(focus?: string): void {
    const box = this.place.querySelector('[role=group]')!;
    box.querySelectorAll('ol, .svarsrader, p.m5').forEach((old) => old.remove());
    const { choices, most } = this.question;
    if (this.ranked.length > 0) {
      const list = Object.assign(document.createElement('ol'), { className: 'rangordning lista' });
      this.ranked.forEach((key, i) => list.append(this.row(key, i, choices[key] ?? key)));
      box.append(list);
    }
    const left = Object.keys(choices).filter((key) => !this.ranked.includes(key));
    if (left.length > 0 && this.ranked.length < most) {
      const line = Object.assign(document.createElement('p'), { className: 'm5' });
      line.append(Object.assign(document.createElement('b'), { textContent: this.ranked.length === 0 ? this.words.rankFirst : fill(this.words.rankNext, this.ranked.length + 1) }));
      const rows = Object.assign(document.createElement('div'), { className: 'svarsrader' });
      rows.append(...left.map((key) => {
        const button = this.button('svarsrad som-knapp', '', key, () => [...this.ranked, key]);
        button.append(Object.assign(document.createElement('span'), { className: 'namn', textContent: choices[key] ?? key }));
        return button;
      }));
      box.append(line, rows);
    }
    if (focus !== undefined) (box.querySelector<HTMLElement>(`[data-val="${CSS.escape(focus)}"]`) ?? box.querySelector<HTMLElement>('button'))?.focus();
  }

  private row(key: string, at: number, label: string): HTMLLIElement {
    const row = document.createElement('li');
    const moved = (by: number): string[] => {
      const order = this.ranked.filter((other) => other !== key);
      order.splice(at + by, 0, key);
      return order;
    };
    const buttons = Object.assign(document.createElement('span'), { className: 'flytta' });
    if (at > 0) buttons.append(this.button('knapp andra liten', this.words.up, key, () => moved(-1), label));
    if (at < this.ranked.length - 1) buttons.append(this.button('knapp andra liten', this.words.down, key, () => moved(1), label));
    buttons.append(this.button('lank-knapp', this.words.remove, key, () => this.ranked.filter((other) => other !== key), label));
    row.append(
      Object.assign(document.createElement('span'), { className: 'plats', textContent: String(at + 1) }),
      Object.assign(document.createElement('span'), { className: 'namn', textContent: label }), buttons);
    return row;
  }

  private button(look: string, text: string, key: string, order: () => string[], about?: string): HTMLButtonElement {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: look, textContent: text });
    button.dataset['val'] = key;
    if (about) button.append(Object.assign(document.createElement('span'), { className: 'dold', textContent: ` ${about}` }));
    button.addEventListener('click', () => {
      this.ranked = order();
      this.rank(key);
    });
    return button;
  }
}
