// The seed of chance, as somebody wrote it.

/**
 * @param {HTMLInputElement} input
 * @returns {number} a whole number
 * @throws {Error} if it is none, or below 0
 */
export function seedOf(input) {
  const seed = Number(input.value);
  if (input.value.trim() === "" || !Number.isSafeInteger(seed) || seed < 0) {
    throw new Error("Chance (seed): a whole number from 0 on was expected.");
  }
  return seed;
}
