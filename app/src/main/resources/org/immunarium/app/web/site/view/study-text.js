// The text of a study, changed a key at a time: comments and what a form does not know stay as they were written. It
// knows as much of YAML as studies need (keys at the left, lists of things that begin with "- "); the lab reads the rest.

/** The blocks of a text: a key at the left margin with all that is indented below it. */
function blocks(text) {
  const lines = text.split("\n");
  const found = [];
  let open = null;
  lines.forEach((line, i) => {
    const key = /^([A-Za-z][\w -]*):(\s|$)/.exec(line);
    if (key) {
      open = { key: key[1], from: i, to: i + 1 };
      found.push(open);
    } else if (open && (/^\s+\S/.test(line) || /^- /.test(line) || /^[\]}]/.test(line))) {
      open.to = i + 1;
    }
  });
  return { lines, found };
}

const withoutComment = (value) => value.replace(/\s+#.*$/, "").trim();

/** A text without the quotes that YAML allows around it. */
export function unquoted(text) {
  const plain = text.trim();
  if (/^".*"$/s.test(plain)) {
    try {
      return JSON.parse(plain);
    } catch {
      return plain.slice(1, -1);
    }
  }
  return /^'.*'$/s.test(plain) ? plain.slice(1, -1).replaceAll("''", "'") : plain;
}

/** A text as YAML takes it for a text, within a list in brackets too. */
export function quoted(text) {
  const plain = String(text);
  const risky = plain === "" || /^[\s\-?:,[\]{}#&*!|>'"%@`]|: |:$| #|[[\]{},\n]|\s$/.test(plain)
    || /^(yes|no|true|false|null|~|[\d.+-][\d.eE+-]*)$/i.test(plain);
  return risky ? JSON.stringify(plain) : plain;
}

/** What stands behind a key at the left margin, in one line; "" where there is none. */
export function value(text, key) {
  const { lines, found } = blocks(text);
  const block = found.find((each) => each.key === key);
  if (!block) {
    return "";
  }
  const first = withoutComment(lines[block.from].slice(key.length + 1));
  const rest = lines.slice(block.from + 1, block.to).map((line) => withoutComment(line)).filter((line) => line && !line.startsWith("#"));
  return [first, ...rest].filter(Boolean).join(" ");
}

/** The lines of a key as they were written; none where it is not there. */
export function linesOf(text, key) {
  const { lines, found } = blocks(text);
  const block = found.find((each) => each.key === key);
  return block ? lines.slice(block.from, block.to) : [];
}

/**
 * What stands under a key, name by name: in braces, or each in a line of its own.
 * @returns {[string, string][]} names and values as they were written, names without quotes
 * @throws {Error} where something else stands there, such as a list
 */
export function entriesOf(text, key) {
  const [first, ...rest] = linesOf(text, key);
  if (first === undefined) {
    return [];
  }
  const all = [first.slice(key.length + 1), ...rest].map(withoutComment).filter((line) => line && !line.startsWith("#"));
  const whole = all.join(" ");
  const items = whole.startsWith("{") ? flowItems(whole.slice(1, whole.lastIndexOf("}"))) : all;
  return items.map((item) => {
    const [, name, is] = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^"'{[].*?):\s+([^{[|>&*].*)$/.exec(item) ?? [];
    if (name === undefined) {
      throw new Error(`${key}: a name and a value were expected, found "${item}".`);
    }
    return [unquoted(name), is];
  });
}

/** Whether a key has more than one line. */
export function isLong(text, key) {
  const block = blocks(text).found.find((each) => each.key === key);
  return Boolean(block) && block.to > block.from + 1;
}

/** The text with a key that has this value, in the place of the one it had; null takes the key away. */
export function withValue(text, key, to, after) {
  return withLines(text, key, to === null ? null : [`${key}: ${to}`], after);
}

/** As withValue, of lines that begin with the key. */
export function withLines(text, key, made, after) {
  const { lines, found } = blocks(text);
  const block = found.find((each) => each.key === key);
  if (block) {
    lines.splice(block.from, block.to - block.from, ...(made || []));
  } else if (made) {
    const before = found.find((each) => each.key === after);
    let place = before ? before.to : lines.length;
    while (!before && place > 0 && lines[place - 1].trim() === "") {
      place -= 1;
    }
    lines.splice(place, 0, ...made);
  }
  return lines.join("\n");
}

/** The parts of a list in brackets: commas within quotes and inner brackets do not part. */
export function flowItems(flow) {
  const within = flow.trim().replace(/^\[/, "").replace(/\]$/, "");
  const items = [];
  let depth = 0;
  let quote = "";
  let item = "";
  for (const letter of within) {
    if (quote) {
      quote = letter === quote ? "" : quote;
    } else if (letter === "\"" || (letter === "'" && item.trim() === "")) {
      quote = letter;
    } else if ("[{".includes(letter)) {
      depth += 1;
    } else if ("]}".includes(letter)) {
      depth -= 1;
    }
    if (letter === "," && depth === 0 && !quote) {
      items.push(item);
      item = "";
    } else {
      item += letter;
    }
  }
  items.push(item);
  return items.map((each) => each.trim()).filter(Boolean);
}

/** Regimens of a therapy: a list in brackets, or of lines; null where it is something else, such as a table of events. */
function regimens(lines) {
  const joined = lines.map(withoutComment).filter((line) => line && !line.startsWith("#"));
  if (joined.length === 0) {
    return [];
  }
  if (joined[0].startsWith("[")) {
    return flowItems(joined.join(" ")).map(unquoted);
  }
  if (joined.every((line) => line.startsWith("- "))) {
    return joined.map((line) => unquoted(line.slice(2)));
  }
  return joined.length === 1 && !joined[0].startsWith("{") ? [unquoted(joined[0])] : null;
}

/** The things of a list under a key, such as variants and arms: each its keys in their order, with their lines. */
export function things(text, key) {
  const { lines, found } = blocks(text);
  const block = found.find((each) => each.key === key);
  if (!block) {
    return [];
  }
  const made = [];
  let indent = 0;
  for (const line of lines.slice(block.from + 1, block.to)) {
    const start = /^(\s*)- (\s*)/.exec(line);
    if (start && (made.length === 0 || start[1].length === indent)) {
      indent = start[1].length;
      made.push({ keys: [] });
    }
    const thing = made[made.length - 1];
    if (!thing) {
      continue;
    }
    const plain = start && start[1].length === indent ? line.slice(start[0].length) : line.slice(indent + 2);
    const named = /^([A-Za-z][\w -]*):(\s|$)/.exec(plain);
    if (named) {
      thing.keys.push({ key: named[1], lines: [plain.slice(named[1].length + 1).trim()] });
    } else if (thing.keys.length > 0) {
      thing.keys[thing.keys.length - 1].lines.push(plain);
    }
  }
  return made.map(({ keys }) => {
    const find = (name) => keys.find((each) => each.key === name);
    const therapy = find("therapy");
    return {
      keys,
      title: find("title") ? unquoted(withoutComment(find("title").lines[0])) : "",
      therapy: therapy ? regimens(therapy.lines) : find("by") ? null : [],
      share: find("share") ? withoutComment(find("share").lines[0]) : "",
    };
  });
}

/** The therapy of a study without variants. */
export function ownTherapy(text) {
  const { lines, found } = blocks(text);
  const block = found.find((each) => each.key === "therapy");
  return block ? regimens([lines[block.from].slice("therapy:".length), ...lines.slice(block.from + 1, block.to)]) : [];
}

const therapyLine = (therapy) => `[${therapy.map(quoted).join(", ")}]`;

/** The text with these things in a list under a key; what a thing had besides stays. */
export function withThings(text, key, made, after) {
  if (made.length === 0) {
    return withLines(text, key, null);
  }
  const lines = [`${key}:`];
  for (const thing of made) {
    const keys = thing.keys.filter((each) => !["title", "therapy", "share"].includes(each.key));
    lines.push(`  - title: ${quoted(thing.title)}`);
    for (const each of keys) {
      lines.push(`    ${each.key}:${each.lines[0] ? ` ${each.lines[0]}` : ""}`, ...each.lines.slice(1).map((line) => (line ? `    ${line}` : "")));
    }
    const raw = thing.keys.find((each) => each.key === "therapy");
    if (thing.therapy === null && raw) {
      lines.push(`    therapy: ${raw.lines[0]}`.trimEnd(), ...raw.lines.slice(1).map((line) => `    ${line}`));
    } else if (thing.therapy !== null && (thing.therapy.length > 0 || raw)) {
      lines.push(`    therapy: ${therapyLine(thing.therapy)}`);
    }
    if (thing.share) {
      lines.push(`    share: ${thing.share}`);
    }
  }
  return withLines(text, key, lines, after);
}

/** The text with this therapy, of a study without variants. */
export function withOwnTherapy(text, therapy, after = "duration") {
  return withLines(text, "therapy", therapy.length === 0 ? null : [`therapy: ${therapyLine(therapy)}`], after);
}

/** A value within a key's braces, such as weight of patient: {weight: 80 kg}. */
export function within(text, key, name) {
  const flow = value(text, key);
  const item = flowItems(flow.replace(/^\{/, "").replace(/\}$/, "")).find((each) => each.startsWith(`${name}:`));
  return item ? unquoted(item.slice(name.length + 1)) : "";
}

/** The text with that value within the key's braces; empty takes it away. */
export function withWithin(text, key, name, to, after) {
  const flow = value(text, key);
  if (flow && !flow.startsWith("{")) {
    return text;
  }
  const items = flowItems(flow.replace(/^\{/, "").replace(/\}$/, ""));
  const at = items.findIndex((each) => each.startsWith(`${name}:`));
  const made = to === "" ? [] : [`${name}: ${to}`];
  items.splice(at < 0 ? items.length : at, at < 0 ? 0 : 1, ...made);
  return withValue(text, key, items.length === 0 ? null : `{${items.join(", ")}}`, after);
}
