// The rule's ready text is filled in when a rule is chosen, unless the moderator has written something of their own.
const reason = document.querySelector<HTMLTextAreaElement>('#dolj textarea');
const rules = document.querySelectorAll<HTMLInputElement>('#dolj input[name=regel]');
const ready = new Set([...rules].map((rule) => rule.dataset['text'] ?? ''));

for (const rule of rules) {
  rule.addEventListener('change', () => {
    if (reason && (reason.value.trim() === '' || ready.has(reason.value))) {
      reason.value = rule.dataset['text'] ?? '';
    }
  });
}

export {};
