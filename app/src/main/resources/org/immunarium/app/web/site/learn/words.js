// Words of the page Learn: what its lessons say is in text-en.json, so that it can be translated in one place. What it shares with
// other pages, such as the state of a run, has its words there; docs/lab.md names it.
let texts;

/** All words; see text-en.json. */
export async function allTexts() {
  if (!texts) {
    const answer = await fetch("learn/text-en.json", { credentials: "same-origin" });
    if (!answer.ok) {
      throw new Error("the words of this page are not there");
    }
    texts = await answer.json();
  }
  return texts;
}

/**
 * Puts values where a text has their names in braces.
 * @param {string} text such as "{left} of 20"
 * @param {Object<string, string|number>} values
 */
export function fill(text, values) {
  return text.replace(/\{([A-Za-z0-9]+)\}/g, (_, name) => {
    if (!(name in values)) {
      throw new Error(`nothing is known of {${name}}`);
    }
    return String(values[name]);
  });
}
