// Comfort only; every page works without it. Reading aloud, printing, large photos made smaller, no double sending.
const page = document.documentElement;
const listen = document.querySelector('[data-listen]');
if (listen && 'speechSynthesis' in window) {
  listen.hidden = false;
  listen.addEventListener('click', () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(document.querySelector('main').innerText);
    words.lang = page.lang;
    words.rate = 0.9;
    speechSynthesis.speak(words);
  });
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
document.querySelector('#mistakes')?.focus();

const longest = 2400;
async function smaller(file) {
  if (file.size < 1_500_000 || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const made = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return made.size < file.size ? new File([made], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file;
}
async function shrink(input) {
  const all = new DataTransfer();
  for (const file of input.files) all.items.add(await smaller(file).catch(() => file));
  input.files = all.files;
}
for (const input of document.querySelectorAll('input[data-shrink]')) {
  input.addEventListener('change', () => void shrink(input));
}
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 8000);
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
