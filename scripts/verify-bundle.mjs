#!/usr/bin/env node
// Verifies an evidence bundle with nothing but Node's standard library. Written from docs/ledger-format.md alone; it
// shares no code with the ledger. It checks files, signatures, entries, chain and tree, and counts every vote again by
// itself. Exit codes: 0 all well, 1 something is wrong, 2 not a bundle or bad usage.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";

const NAMES = ["entries.jsonl", "disclosures.jsonl", "tree.txt", "checkpoint.txt", "key.txt", "witnesses.txt",
  "acts.json", "report.json", "README.txt", "manifest.json", "manifest.sig"];
const LONGEST_LINE = 65535;

class NotABundle extends Error {}

const sha256 = (...parts) => {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest();
};
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const leafHash = (line) => sha256(LEAF, line);
const nodeHash = (left, right) => sha256(NODE, left, right);
const decoder = new TextDecoder("utf-8", { fatal: true });

// ---- the zip: stored files, fixed headers, nothing in between

function readZip(bytes) {
  const need = (holds, why) => { if (!holds) throw new NotABundle(why); };
  need(bytes.length >= 22, "too short");
  const end = bytes.length - 22;
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  const files = new Map();
  let at = directory;
  let next = 0;
  for (let i = 0; i < count; i++) {
    need(at + 46 <= end, "directory cut short");
    const crc = bytes.readUInt32LE(at + 16);
    const size = bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    need(at + 46 + nameLength <= end, "directory cut short");
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength));
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(10, 4);
    central.writeUInt16LE(10, 6);
    central.writeUInt16LE(0x21, 14);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(size, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(nameLength, 28);
    central.writeUInt32LE(next, 42);
    need(central.equals(bytes.subarray(at, at + 46)), `directory entry of ${name}`);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(10, 4);
    local.writeUInt16LE(0x21, 12);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(size, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(nameLength, 26);
    const start = next + 30 + nameLength;
    need(start + size <= directory, `${name} reaches beyond the files`);
    need(Buffer.concat([local, name]).equals(bytes.subarray(next, start)), `header of ${name}`);
    files.set(name.toString("latin1"), { bytes: bytes.subarray(start, start + size), crc });
    next = start + size;
    at += 46 + nameLength;
  }
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(end - directory, 12);
  tail.writeUInt32LE(directory, 16);
  need(next === directory && at === end && files.size === count && tail.equals(bytes.subarray(end)), "end of the zip");
  return files;
}

// ---- signed notes

function parseKey(text) {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text);
  if (!match) throw new Error(`not a key: ${text}`);
  const material = Buffer.from(match[3], "base64");
  if (material.length !== 33 || material.toString("base64") !== match[3]) throw new Error(`not a key: ${text}`);
  const id = sha256(match[1], "\n", material).subarray(0, 4);
  if (id.toString("hex") !== match[2] || ![1, 4].includes(material[0])) throw new Error(`not a key: ${text}`);
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), material.subarray(1)]);
  return { text, name: match[1], id, type: material[0],
    key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
}

function parseNote(bytes) {
  const whole = decoder.decode(bytes);
  if (/[\u0000-\u0009\u000b-\u001f]/.test(whole)) throw new Error("a control character in a note");
  const split = whole.lastIndexOf("\n\n");
  if (split < 0 || !whole.endsWith("\n")) throw new Error("not a signed note");
  const text = whole.slice(0, split + 1);
  const lines = whole.slice(split + 2, -1).split("\n");
  const signatures = lines.map((line) => {
    const match = /^— ([^+\s]+) ([A-Za-z0-9+/]+=*)$/u.exec(line);
    if (!match) throw new Error(`not a signature: ${line}`);
    const value = Buffer.from(match[2], "base64");
    if (value.length <= 4) throw new Error(`not a signature: ${line}`);
    return { name: match[1], id: value.subarray(0, 4), value: value.subarray(4) };
  });
  return { text, signatures };
}

// Those of the keys that signed; a signature that claims one of them and is false makes the whole note false.
function signers(note, keys) {
  const found = [];
  for (const signature of note.signatures) {
    const key = keys.find((one) => one.name === signature.name && one.id.equals(signature.id));
    if (!key) continue;
    let message = Buffer.from(note.text);
    let value = signature.value;
    if (key.type === 4) {
      if (value.length !== 72) throw new Error(`the signature of ${key.name} is false`);
      message = Buffer.from(`cosignature/v1\ntime ${value.readBigUInt64BE()}\n${note.text}`);
      value = value.subarray(8);
    }
    if (!verifySignature(null, message, key.key, value)) throw new Error(`the signature of ${key.name} is false`);
    found.push(key);
  }
  return found;
}

// The keys of the log that a key is of, the oldest first, each with the largest tree that it signs for (null: any).
function keyTerms(trusted, acts) {
  const rotations = acts.flatMap((act) => {
    const fields = act.text.split("\n");
    if (fields[0] !== "plenum-act/1" || fields[1] !== "key-rotation" || fields.length !== 8
      || !/^(0|[1-9][0-9]{0,18})$/.test(fields[5])) return [];
    const [before, after] = [parseKey(fields[3]), parseKey(fields[4])];
    return fields[2] === before.name && before.name === after.name
      ? [{ act, before, after, size: BigInt(fields[5]) }] : [];
  });
  const check = ({ act, before, after }) => {
    if (signers(act, [before]).length === 0 || signers(act, [after]).length === 0) {
      throw new Error("a rotation is not signed by both keys");
    }
  };
  const terms = [{ key: trusted, upTo: null }];
  for (const rotation of rotations) {
    if (rotation.before.text === terms.at(-1).key.text) {
      check(rotation);
      terms.at(-1).upTo = rotation.size;
      terms.push({ key: rotation.after, upTo: null });
    }
  }
  for (const rotation of rotations.toReversed()) {
    if (rotation.after.text === terms[0].key.text) {
      check(rotation);
      terms.unshift({ key: rotation.before, upTo: rotation.size });
    }
  }
  return terms;
}

// ---- the tree: one hash for each set bit of its size

class Tree {
  size = 0n;
  peaks = [];

  append(level, hash) {
    if (this.size % (1n << BigInt(level)) !== 0n) throw new Error(`no subtree of level ${level} fits here`);
    let at = BigInt(level);
    while ((this.size >> at) & 1n) {
      hash = nodeHash(this.peaks.pop(), hash);
      at++;
    }
    this.peaks.push(hash);
    this.size += 1n << BigInt(level);
  }

  root() {
    return this.peaks.length === 0 ? sha256("") : this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

// ---- the verification

function* linesOf(bytes) {
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    if (end < 0) throw new Error("the last line is not ended");
    yield bytes.subarray(from, end);
    from = end + 1;
  }
}

function verifyBundle(path, trustedText, requiredWitnesses = []) {
  const checked = [];
  const unchecked = [];
  const wrong = [];
  const good = (it, en) => checked.push({ it, en });
  const open = (it, en) => unchecked.push({ it, en });
  const bad = (it, en) => { if (wrong.length < 100) wrong.push({ it, en }); };
  const attempt = (itWhat, enWhat, work) => {
    try {
      return work();
    } catch (error) {
      bad(`${itWhat}: ${error.message}`, `${enWhat}: ${error.message}`);
      return undefined;
    }
  };

  const files = readZip(readFileSync(path));
  const file = (name) => {
    if (!files.has(name)) throw new NotABundle(`no file ${name}`);
    return files.get(name).bytes;
  };
  let manifest;
  try {
    manifest = JSON.parse(decoder.decode(file("manifest.json")));
  } catch (error) {
    throw new NotABundle(`manifest.json: ${error.message}`);
  }
  if (manifest?.format !== "plenum-bundle/1" || typeof manifest.session !== "string"
    || typeof manifest.origin !== "string" || !Number.isInteger(manifest.entries)
    || !Array.isArray(manifest.withheld) || typeof manifest.files !== "object" || manifest.files === null) {
    throw new NotABundle("manifest.json");
  }
  const session = manifest.session;
  if (manifest.withheld.some((one) => !Number.isInteger(one))) throw new NotABundle("manifest.json");

  // Files.
  if (JSON.stringify([...files.keys()]) !== JSON.stringify(NAMES)) {
    bad("I file non sono quelli di un fascicolo.", "The files are not those of a bundle.");
  }
  const altered = new Set();
  for (const [name, { bytes, crc }] of files) {
    const listed = manifest.files[name];
    const isListed = name !== "manifest.json" && name !== "manifest.sig";
    if (crc32(bytes) !== crc || (isListed
      && (listed?.sha256 !== sha256(bytes).toString("hex") || listed?.bytes !== bytes.length))) {
      altered.add(name);
      bad(`Il file ${name} è stato alterato.`, `The file ${name} was altered.`);
    }
  }
  if (Object.keys(manifest.files).length !== NAMES.length - 2) {
    bad("Il manifesto elenca altri file.", "The manifest lists other files.");
  }
  if (wrong.length === 0) good("L'impronta di ogni file.", "The hash of every file.");

  // Keys: the one that is trusted, those that handed over to it and those that it was handed over to. A key that was
  // replaced signs for trees up to the rotation's size only.
  const acts = attempt("acts.json", "acts.json", () =>
    JSON.parse(decoder.decode(file("acts.json"))).map((act) => parseNote(Buffer.from(act)))) ?? [];
  const terms = attempt("La chiave", "The key", () => {
    const keyText = decoder.decode(file("key.txt"));
    const own = parseKey(keyText.slice(0, -1));
    if (keyText !== `${own.text}\n`) throw new Error("key.txt");
    if (trustedText === undefined) {
      open(`Se la chiave ${own.text} sia davvero del registro: è quella del fascicolo.`,
        `Whether the key ${own.text} is really the log's: it is the bundle's own.`);
    }
    const found = keyTerms(parseKey(trustedText ?? own.text), acts);
    if (found.at(-1).key.text !== own.text) throw new Error(`${own.text} is not the key given`);
    for (const act of acts) {
      if (signers(act, found.map((term) => term.key)).length === 0) throw new Error("an act is not signed");
      const fields = act.text.split("\n");
      if (fields[1] === "rollback-accepted") {
        open(`Che nulla sia andato perso: è dichiarato un ripristino (${fields.slice(3, -1).join("; ")}).`,
          `That nothing was lost: a rollback is declared (${fields.slice(3, -1).join("; ")}).`);
      }
    }
    if (found.length > 1) {
      good(`I passaggi di chiave, firmati da vecchia e nuova: ${found.length - 1}.`,
        `The rotations of the key, signed by old and new: ${found.length - 1}.`);
    }
    return found;
  }) ?? [];
  const inForce = (size) => terms.filter((term) => term.upTo === null || size <= term.upTo).map((term) => term.key);

  // The seal and the checkpoint.
  attempt("Il sigillo del manifesto", "The manifest's seal", () => {
    const seal = parseNote(file("manifest.sig"));
    const expected = `plenum-bundle/1\n${manifest.origin}\n${session}\n`
      + `${sha256(file("manifest.json")).toString("hex")}\n`;
    if (seal.text !== expected) throw new Error("it is of another manifest");
    if (signers(seal, terms.slice(-1).map((term) => term.key)).length === 0) {
      throw new Error("it is not signed by the log");
    }
    good("Il sigillo del manifesto.", "The seal of the manifest.");
  });
  const head = attempt("Lo stato firmato del registro", "The log's signed state", () => {
    const note = parseNote(file("checkpoint.txt"));
    const lines = note.text.slice(0, -1).split("\n");
    if (lines.length < 3 || lines.includes("") || !/^(0|[1-9][0-9]{0,18})$/.test(lines[1])) {
      throw new Error("not a checkpoint");
    }
    const size = BigInt(lines[1]);
    const root = Buffer.from(lines[2], "base64");
    if (root.length !== 32 || root.toString("base64") !== lines[2]) throw new Error("not a checkpoint");
    if (lines[0] !== manifest.origin) throw new Error("it is of another log");
    const witnesses = decoder.decode(file("witnesses.txt")).split("\n").slice(0, -1).map(parseKey);
    if (witnesses.some((witness) => witness.type !== 4)) throw new Error("a witness's key is of another type");
    const signed = signers(note, [...inForce(size), ...witnesses]);
    if (!signed.some((key) => key.type === 1)) throw new Error("it is not signed by the log");
    for (const witness of witnesses) {
      if (signed.includes(witness)) {
        good(`Controfirma del testimone ${witness.name}.`, `Cosignature of the witness ${witness.name}.`);
      } else {
        open(`Manca la controfirma del testimone ${witness.name}.`,
          `The cosignature of the witness ${witness.name} is missing.`);
      }
    }
    for (const witness of requiredWitnesses.map(parseKey)) {
      attempt(`Il testimone indicato, ${witness.name}`, `The witness given, ${witness.name}`, () => {
        if (witness.type !== 4 || signers(note, [witness]).length === 0) throw new Error("it has not cosigned");
        good(`La controfirma del testimone indicato, ${witness.name}.`,
          `The cosignature of the witness given, ${witness.name}.`);
      });
    }
    good(`La firma del registro "${lines[0]}" a ${lines[1]} voci.`,
      `The signature of the log "${lines[0]}" at ${lines[1]} entries.`);
    return { size, root, rootText: lines[2] };
  });

  // The entries: positions, chain, texts, tree.
  const texts = attempt("disclosures.jsonl", "disclosures.jsonl", () => {
    const byPosition = new Map();
    let last = 0;
    for (const line of linesOf(file("disclosures.jsonl"))) {
      const one = JSON.parse(decoder.decode(line));
      if (!(one.position > last) || !Array.isArray(one.texts)) throw new Error("texts out of order");
      last = one.position;
      byPosition.set(one.position, one.texts);
    }
    return byPosition;
  }) ?? new Map();
  const withheld = new Set(manifest.withheld);
  const entries = [];
  const leaves = [];
  const before = wrong.length;
  attempt("entries.jsonl", "entries.jsonl", () => {
    let previous = null;
    for (const line of linesOf(file("entries.jsonl"))) {
      const position = leaves.length + 1;
      const fail = (it, en) => bad(`${session}, posizione ${position}: ${it}`, `${session}, position ${position}: ${en}`);
      let entry;
      try {
        entry = JSON.parse(decoder.decode(line));
      } catch (error) {
        fail("la voce non si legge", "the entry cannot be read");
        entry = {};
      }
      if (line.length > LONGEST_LINE) fail("la voce è troppo lunga", "the entry is too long");
      if (entry.session !== session) fail("la voce è di un'altra seduta", "the entry is of another session");
      if (entry.position !== position) {
        fail(`qui sta la posizione ${entry.position}`, `position ${entry.position} stands here`);
      }
      if (entry.previous !== previous) {
        fail("la voce non segue quella che la precede", "the entry does not follow on the one before it");
      }
      const commitments = [];
      const collect = (value) => {
        if (Array.isArray(value)) value.forEach(collect);
        else if (value !== null && typeof value === "object") {
          if (typeof value.commitment === "string" && Object.keys(value).length === 1) commitments.push(value.commitment);
          else Object.values(value).forEach(collect);
        }
      };
      collect(entry.payload);
      const shown = texts.get(position) ?? [];
      texts.delete(position);
      const promised = withheld.has(position) ? [] : commitments;
      const made = shown.map((one) =>
        sha256(Buffer.from(String(one.salt), "base64"), String(one.text)).toString("base64"));
      if (JSON.stringify([...made].sort()) !== JSON.stringify([...promised].sort())
        || shown.some((one, i) => one.commitment !== made[i])) {
        fail("i testi non sono quelli che la voce promette", "the texts are not those that the entry promises");
      }
      const hash = leafHash(line);
      leaves.push(hash);
      entries.push(entry);
      previous = hash.toString("base64");
    }
    if (texts.size > 0) throw new Error("there are texts of no entry");
    if (entries.length !== manifest.entries) throw new Error(`${entries.length}, not ${manifest.entries} entries`);
  });
  const ended = entries.some(({ event }) => event === "SessionClosed" || event === "SessionDeserted");
  if (manifest.ended !== ended) {
    bad("Il manifesto sbaglia nel dire se la seduta è chiusa.", "The manifest is wrong about the session being closed.");
  } else if (!ended) {
    open(`Che cosa sia seguito: la seduta non è chiusa, e il fascicolo è completo fino alla posizione ${entries.length}.`,
      `What followed: the session is not closed, and the bundle is complete up to position ${entries.length}.`);
  }
  if (withheld.size > 0) {
    open(`I testi omessi, alle posizioni ${[...withheld].join(", ")}.`,
      `The withheld texts, at positions ${[...withheld].join(", ")}.`);
  }
  if (wrong.length === before) {
    good(`Tutte le ${entries.length} voci, in ordine e senza salti.`, `All ${entries.length} entries, in order, without gaps.`);
  }
  if (head !== undefined) {
    attempt("L'albero", "The tree", () => {
      const tree = new Tree();
      let next = 0;
      for (const line of linesOf(file("tree.txt"))) {
        const text = decoder.decode(line);
        const run = /^entries ([1-9][0-9]{0,14})$/.exec(text);
        const subtree = /^hash (0|[1-9][0-9]?) ([A-Za-z0-9+/]{43}=)$/.exec(text);
        if (run) {
          for (let i = 0; i < Number(run[1]); i++) {
            if (next === leaves.length) throw new Error("an entry is missing");
            tree.append(0, leaves[next++]);
          }
        } else if (subtree) {
          const hash = Buffer.from(subtree[2], "base64");
          if (hash.toString("base64") !== subtree[2] || Number(subtree[1]) > 62) throw new Error(`tree.txt: ${text}`);
          tree.append(Number(subtree[1]), hash);
        } else {
          throw new Error(`tree.txt: ${text}`);
        }
      }
      if (next !== leaves.length || tree.size !== head.size || !tree.root().equals(head.root)) {
        throw new Error("the entries are not those of the signed log");
      }
      good("Che tutte le voci stanno nel registro firmato.", "That all entries are in the signed log.");
    });
  }

  // The votes, counted again, against what the entries say and what the report says.
  attempt("Il resoconto", "The report", () => {
    const report = JSON.parse(decoder.decode(file("report.json")));
    const differ = (what, said, found, where = "") => {
      if (JSON.stringify(said) !== JSON.stringify(found)) {
        bad(`${session}${where}: ${what}: il resoconto dice ${JSON.stringify(said)}, le voci ${JSON.stringify(found)}`,
          `${session}${where}: ${what}: the report says ${JSON.stringify(said)}, the entries ${JSON.stringify(found)}`);
      }
    };
    differ("session.id", report.session?.id, session);
    differ("ledger.events", report.ledger?.events, entries.length);
    if (head !== undefined) {
      differ("ledger.head.size", String(report.ledger?.head?.size), String(head.size));
      differ("ledger.head.root", report.ledger?.head?.root, head.rootText);
    }
    moments(report, entries, differ);
    enrolled(report, entries, differ);
    const votes = recount(entries);
    differ("votes", (report.votes ?? []).map((vote) => vote.id), [...votes.keys()]);
    for (const told of report.votes ?? []) {
      const vote = votes.get(told.id);
      if (vote === undefined) continue;
      const where = ` (${told.id})`;
      differ("status", told.status, vote.status, where);
      if (altered.has("report.json")) nameTheLie(told, vote, (what, said, found) => differ(what, said, found, where));
      if (vote.declared !== null) {
        for (const [name, stated] of Object.entries(vote.declared)) {
          differ(`declared.${name}`, told.declared?.[name], stated, where);
        }
      }
      if (vote.closing === null) continue;
      const stated = vote.closing.counts;
      if (vote.named) {
        for (const choice of ["for", "against", "abstain", "blank", "void"]) {
          const counted = vote.tally[choice] ?? 0;
          differ(choice, told.counts?.[choice], vote.corrected ? told.counts?.[choice] : counted, where);
          if (!vote.corrected && stated != null && Number(stated[choice]) !== counted) {
            bad(`${session}, posizione ${vote.closing.position}: ${choice}: la voce dice ${stated[choice]}, i voti ${counted}`,
              `${session}, position ${vote.closing.position}: ${choice}: the entry says ${stated[choice]}, the ballots ${counted}`);
          }
        }
        if (Array.isArray(told.ballots)) {
          const spoken = (list) => list.map((one) => `${one.seat}=${JSON.stringify(one.choice)}`).sort();
          differ("ballots", spoken(told.ballots), spoken([...vote.ballots].map(([seat, choice]) => ({ seat, choice }))), where);
        }
      }
      if (!vote.corrected) {
        for (const counts of ["counts", "weightCounts", "populationCounts"]) {
          for (const choice of Object.keys(vote.closing[counts] ?? {})) {
            differ(`${counts}.${choice}`, Number(told[counts]?.[choice]), Number(vote.closing[counts][choice]), where);
          }
        }
      }
      if (!vote.corrected && typeof vote.closing.outcome === "string") {
        differ("outcome", told.outcome, vote.closing.outcome, where);
      }
    }
    good(`I voti: ${votes.size} votazioni contate di nuovo dalle voci.`, `The votes: ${votes.size} counted again from the entries.`);
    open("Il resto del resoconto (presenze, numero legale): lo ricalcola `plenum verify`.",
      "The rest of the report (attendance, quorum): `plenum verify` computes it anew.");
  });
  return { checked, unchecked, wrong };
}

// Every moment in the report is that of the entry at its position.
function moments(report, entries, differ) {
  const look = (moment, what, event) => {
    if (moment === null || moment === undefined) return;
    const entry = entries[moment.position - 1];
    if (event !== undefined) differ(`${what} (${moment.position})`, event, entry?.event);
    const padded = (time) => String(time).replace(/(?:\.([0-9]+))?Z$/, (_, part = "") => `.${part.padEnd(9, "0")}Z`);
    if (padded(moment.recordedAt) !== padded(entry?.recordedAt)) {
      differ(`${what}.recordedAt`, moment.recordedAt, entry?.recordedAt);
    }
  };
  look(report.session?.opened, "session.opened", "SessionOpened");
  look(report.session?.closed, "session.closed");
  for (const vote of report.votes ?? []) {
    look(vote.opened, `votes.${vote.id}.opened`, "VoteOpened");
    look(vote.closed, `votes.${vote.id}.closed`, "VoteClosed");
  }
}

// What in an altered report is most likely false: numbers that the entries state of a vote, and one that is told twice.
function nameTheLie(told, vote, differ) {
  const { electorate, quorum } = vote.opening;
  if (electorate != null) differ("electorate", told.electorate, electorate);
  if (quorum != null) differ("presentAtOpening", told.presentAtOpening, Number(quorum.present));
  if (vote.closing?.quorum != null) differ("presentAtClosing", told.presentAtClosing, Number(vote.closing.quorum.present));
  const numbers = (text) => (String(text).match(/[0-9]+/g) ?? []).sort().join(" ");
  differ("explanation", numbers(told.explanation?.it), numbers(told.explanation?.en));
}

// The size of the roll that the session was convened with.
function enrolled(report, entries, differ) {
  const seats = entries.filter(({ event }) => event === "SeatsEnrolled").flatMap(({ payload }) => payload.seats ?? []);
  differ("roll", report.roll, seats.length);
  differ("votingSeats", report.votingSeats, seats.filter((seat) => seat.votes !== false).length);
  differ("attendance", (report.attendance ?? []).map((one) => one.seat).sort(), seats.map((seat) => seat.id).sort());
}

// What each vote comes to, from its own events alone.
function recount(entries) {
  const votes = new Map();
  for (const { event, payload, position } of entries) {
    if (event === "VoteOpened") {
      votes.set(payload.vote, { opening: payload, declared: null, ballots: new Map(), status: "open", closing: null, named: payload.method !== "secret",
        corrected: false, tally: {} });
    }
    const vote = payload !== undefined && payload !== null ? votes.get(payload.vote) : undefined;
    if (vote === undefined) continue;
    if (event === "BallotCast" || event === "BallotChanged") vote.ballots.set(payload.seat, payload.choice);
    if (event === "CountsDeclared" && typeof payload.declared === "object") vote.declared = payload.declared;
    if (event === "UnnamedBallotsRecorded" || event === "CountsDeclared" && vote.ballots.size === 0) vote.named = false;
    if (event === "BallotCorrected") {
      vote.corrected = vote.closing !== null;
      if (payload.to === null || payload.to === undefined) vote.ballots.delete(payload.seat);
      else vote.ballots.set(payload.seat, payload.to);
    }
    if (event === "VoteClosed") {
      vote.status = "closed";
      vote.closing = { position, ...payload };
      vote.tally = {};
      for (const choice of vote.ballots.values()) {
        if (typeof choice === "string") vote.tally[choice] = (vote.tally[choice] ?? 0) + 1;
        else vote.named = false;
      }
    }
    if (event === "VoteAnnulled") vote.status = "annulled";
  }
  return votes;
}

// ---- the command line

// A key, or a file with it.
function keyFrom(given) {
  return given === undefined || given.includes("+") ? given : readFileSync(given, "utf8").trim();
}

function main(args) {
  let path;
  let list;
  let key;
  const witnesses = [];
  let language = (process.env.LC_ALL ?? process.env.LANG ?? "en").startsWith("it") ? "it" : "en";
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--key") key = keyFrom(args[++i]);
    else if (args[i] === "--witness") witnesses.push(keyFrom(args[++i]));
    else if (args[i] === "--list") list = args[++i];
    else if (args[i] === "--lang") language = args[++i];
    else if (path === undefined) path = args[i];
    else path = null;
  }
  if (list !== undefined) {
    // One exit code a line, for many bundles at once.
    for (const one of readFileSync(list, "utf8").split("\n").filter((line) => line !== "")) {
      try {
        console.log(verifyBundle(one, key, witnesses).wrong.length === 0 ? 0 : 1);
      } catch (error) {
        if (!(error instanceof NotABundle) && typeof error.code !== "string") throw error;
        console.log(2);
      }
    }
    return 0;
  }
  if (typeof path !== "string") {
    console.error("verify-bundle.mjs BUNDLE.zip [--key KEY] [--witness KEY]… [--lang it|en]");
    return 2;
  }
  const words = language === "it"
    ? { checked: "Verificato", unchecked: "Non verificabile", wrong: "Sbagliato", no: "Non è un fascicolo integro" }
    : { checked: "Checked", unchecked: "Could not be checked", wrong: "Wrong", no: "Not an intact bundle" };
  try {
    const result = verifyBundle(path, key, witnesses);
    for (const kind of ["checked", "unchecked", "wrong"]) {
      for (const one of result[kind]) console.log(`${words[kind]}: ${one[language]}`);
    }
    return result.wrong.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof NotABundle || typeof error.code === "string") {
      console.error(`${words.no}: ${error.message}`);
      return 2;
    }
    throw error;
  }
}

process.exitCode = main(process.argv.slice(2));
