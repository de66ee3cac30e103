// Loaded on the page of a thread, which is complete without it.
import { Connection } from './thread/connection';
import { PostList } from './thread/list';
import { byId, findPage } from './thread/page';
import { watchReactions } from './thread/reactions';
import { watchWriting } from './thread/write';

const directKey = 'visa-direkt';
const page = findPage();
if (page) {
  const list = new PostList(page);
  const direct = byId<HTMLInputElement>('direkt');
  if (direct) {
    direct.checked = list.direct = keptSwitch();
    direct.addEventListener('change', () => {
      list.direct = direct.checked;
      if (direct.checked) list.show(false);
      try {
        localStorage.setItem(directKey, direct.checked ? '1' : '');
      } catch {
        // Holds for this page only, then.
      }
    });
  }
  document.querySelectorAll<HTMLElement>('.utanskript').forEach((shown) => (shown.hidden = true));
  watchReactions(page, list);
  watchWriting(page, list);
  if (page.list.dataset['oppen'] === '1') new Connection(page, list).start();
}

function keptSwitch(): boolean {
  try {
    return localStorage.getItem(directKey) === '1';
  } catch {
    return false;
  }
}
