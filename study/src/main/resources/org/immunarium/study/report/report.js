// A figure with two pictures gets a button that swaps them; without a script the first is shown.
for (const figure of document.querySelectorAll('figure')) {
  const pictures = [...figure.querySelectorAll('.picture')];
  const button = figure.querySelector('button');
  if (!button || pictures.length < 2) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = pictures.findIndex((picture) => !picture.hidden);
    const next = 1 - shown;
    pictures[shown].hidden = true;
    pictures[next].hidden = false;
    button.textContent = pictures[shown].dataset.scale + ' axis';
  });
}
