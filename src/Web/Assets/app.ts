// Loaded on every page. Every page is complete without it.
document.documentElement.dataset['script'] = 'on';

// Drafts are the person's own: gone from the device when they sign out.
if (location.pathname.endsWith('/logga-ut')) {
  addEventListener('submit', () => {
    try {
      Object.keys(localStorage).filter((key) => key.startsWith('utkast:')).forEach((key) => localStorage.removeItem(key));
    } catch {
      // Nothing was kept, then.
    }
  });
}
