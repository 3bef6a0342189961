// What was put in place of a study's own values when a run was asked for: "changed" of GET /api/runs/{run}.

/** Such as "resistant_C2 = 0", a line for each but the seed: by what a run differs from others of its study. */
export function changesOf({ changed }) {
  return Object.entries(changed || {}).filter(([what]) => what !== "seed")
    .map(([what, value]) => (what.startsWith("set ") ? `${what.slice(4)} = ${value}` : `${what} ${value}`));
}

/**
 * The same as POST /api/runs takes it, but for the seed.
 * @param {{run: string, changed?: Object<string, string>}} of the run as the lab tells of it
 * @returns {{set: Object<string, string>, duration: string}} values by name, and how long it lasted; "" where the study says so
 * @throws {Error} where it was changed in a way that cannot be asked for here
 */
export function askedOf({ run, changed }) {
  const asked = { set: {}, duration: "" };
  for (const [what, value] of Object.entries(changed || {})) {
    if (what.startsWith("set ")) {
      asked.set[what.slice(4)] = value;
    } else if (what === "duration") {
      asked.duration = value;
    } else if (what !== "seed") {
      throw new Error(`The run ${run} was made with ${what}: ${value}. That cannot be asked for here; the command line can.`);
    }
  }
  return asked;
}
