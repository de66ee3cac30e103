// Loaded on every page. Every page is complete without it.
document.documentElement.dataset['script'] = 'on';
