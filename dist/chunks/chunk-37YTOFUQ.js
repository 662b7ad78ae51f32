import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readBounded,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  _enum,
  array,
  literal,
  object,
  string
} from "./chunk-TYNGSIJO.js";

// src/run/round.ts
import { readdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
var roundPurposes = ["rebuild", "restart", "exit", "strace", "runtime"];
function givesResults(purpose) {
  return purpose === "rebuild" || purpose === "restart";
}
var roundSchema = object({
  schema: literal(1),
  purpose: _enum(roundPurposes),
  packages: array(string()),
  command: array(string())
});
var parseRound = recordParser(roundSchema);
async function writeRound(folder, round) {
  await writeFile(goTestFiles.round(folder), JSON.stringify(round));
}
async function readRounds(out, leg) {
  const parent = dirname(layout.round(out, leg, 1));
  const numbers = (await readdir(parent).catch(() => [])).filter((entry) => /^[1-9]\d{0,3}$/.test(entry)).map(Number).sort((a, b) => a - b);
  const found = [];
  for (const number of numbers) {
    const folder = layout.round(out, leg, number);
    const round = parseRound(await readBounded(goTestFiles.round(folder), 1 << 20));
    if (round !== null) found.push({ folder, round });
  }
  return found;
}

// src/heap/proto-reader.ts
var varintType = 0;
var bytesType = 2;
var fixed64Type = 1;
var fixed32Type = 5;
function protoReader(bytes) {
  return { bytes, at: 0, end: bytes.length };
}
function readVarint(reader) {
  const { bytes, at, end } = reader;
  if (at + 1 < end) {
    const first = bytes[at];
    const second = bytes[at + 1];
    if (first < 128) {
      reader.at = at + 1;
      return first;
    }
    if (second < 128) {
      reader.at = at + 2;
      return (first & 127) + second * 128;
    }
  }
  return readLongVarint(reader);
}
function readLongVarint(reader) {
  let value = 0;
  for (let scale = 1; scale < 2 ** 64; scale *= 128) {
    if (reader.at >= reader.end) throw new RangeError("cut varint");
    const byte = reader.bytes[reader.at++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
  throw new RangeError("varint too long");
}
function readEnd(reader) {
  const end = readVarint(reader) + reader.at;
  if (end > reader.end) throw new RangeError("cut message");
  return end;
}
function skipValue(reader, wireType) {
  if (wireType === varintType) readVarint(reader);
  else if (wireType === bytesType) reader.at = readEnd(reader);
  else if (wireType === fixed64Type) reader.at += 8;
  else if (wireType === fixed32Type) reader.at += 4;
  else throw new RangeError("unknown wire type");
  if (reader.at > reader.end) throw new RangeError("cut message");
}
function numberFields(message, highest) {
  const reader = protoReader(message);
  const values = new Array(highest + 1).fill(0);
  while (reader.at < reader.end) {
    const tag = readVarint(reader);
    const number = Math.floor(tag / 8);
    if (number <= highest && tag % 8 === varintType) values[number] = readVarint(reader);
    else skipValue(reader, tag % 8);
  }
  return values;
}

// src/heap/profile-tables.ts
var maxEntries = 3e5;
var maxLinesEach = 256;
var maxLine = 2 ** 31;
var maxNameBytes = 16 * 1024;
var profileFields = { sampleType: 1, sample: 2, location: 4, function: 5, string: 6 };
var profileNumbers = { period: 12, defaultSampleType: 14 };
var messages = new Set(Object.values(profileFields));
function readTables(profile) {
  const strings = [];
  const types = [];
  const functions = /* @__PURE__ */ new Map();
  const locations = /* @__PURE__ */ new Map();
  let period = null;
  let defaultType = 0;
  const reader = protoReader(profile);
  while (reader.at < reader.end) {
    const tag = readVarint(reader);
    const number = Math.floor(tag / 8);
    if (number === 0) throw new RangeError("no message");
    if (!messages.has(number)) {
      if (number === profileNumbers.period && tag % 8 === varintType) period = readVarint(reader);
      else if (number === profileNumbers.defaultSampleType && tag % 8 === varintType)
        defaultType = readVarint(reader);
      else skipValue(reader, tag % 8);
      continue;
    }
    if (tag % 8 !== bytesType) throw new RangeError("wrong wire type");
    const end = readEnd(reader);
    if (number !== profileFields.sample) {
      const bytes = profile.subarray(reader.at, end);
      if (number === profileFields.sampleType) types.push(bytes);
      else if (number === profileFields.string) strings.push(bytes);
      else addOnce(number === profileFields.location ? locations : functions, bytes);
      if (Math.max(types.length, strings.length, functions.size, locations.size) > maxEntries)
        throw new RangeError("endless tables");
    }
    reader.at = end;
  }
  const text = textTable(strings);
  const places = placeTable(locations, functionTable(functions, text));
  return {
    sampleTypes: types.map((type) => {
      const [, name = 0, unit = 0] = numberFields(type, 2);
      return { type: text(name), unit: text(unit) };
    }),
    defaultSampleType: defaultType === 0 ? null : text(defaultType),
    period,
    ...places
  };
}
function addOnce(table, message) {
  const [, id = 0] = numberFields(message, 1);
  if (id === 0 || table.has(id)) throw new RangeError("an entry without a number of its own");
  table.set(id, message);
}
function textTable(strings) {
  const decoder = new TextDecoder();
  const known = [];
  return (index) => {
    const bytes = strings[index];
    if (bytes === void 0) throw new RangeError("a text that is not there");
    return known[index] ??= decoder.decode(bytes.subarray(0, maxNameBytes));
  };
}
function functionTable(functions, text) {
  const known = /* @__PURE__ */ new Map();
  return (id) => {
    let found = known.get(id);
    if (found === void 0) {
      const message = functions.get(id);
      if (message === void 0) throw new RangeError("a function that is not there");
      const [, , name = 0, , file = 0] = numberFields(message, 4);
      found = { function: text(name), file: text(file) };
      known.set(id, found);
    }
    return found;
  };
}
function placeTable(locations, nameOf) {
  const frames = [];
  const read = (location) => {
    const message = locations.get(location);
    if (message === void 0) throw new RangeError("a location that is not there");
    return readLocation(message, nameOf).map((frame) => frames.push(frame) - 1);
  };
  const known = /* @__PURE__ */ new Map();
  return {
    frames,
    framesAt(location) {
      let indexes = known.get(location);
      if (indexes === void 0) {
        indexes = read(location);
        known.set(location, indexes);
      }
      return indexes;
    }
  };
}
function readLocation(message, nameOf) {
  const frames = [];
  const reader = protoReader(message);
  while (reader.at < reader.end) {
    const tag = readVarint(reader);
    if (Math.floor(tag / 8) !== 4) {
      skipValue(reader, tag % 8);
      continue;
    }
    if (tag % 8 !== bytesType) throw new RangeError("wrong wire type");
    const end = readEnd(reader);
    const [, id = 0, line = 0] = numberFields(message.subarray(reader.at, end), 2);
    if (frames.length >= maxLinesEach) throw new RangeError("endless inlined calls");
    frames.push({ ...nameOf(id), line: line <= maxLine ? line : 0 });
    reader.at = end;
  }
  if (frames.length > 0) return frames;
  const [, , , address = 0] = numberFields(message, 3);
  return [{ function: `0x${address.toString(16)}`, file: "", line: 0 }];
}

// src/heap/frame-list.ts
var maxFramesEach = 4096;
var maxFramesInAll = 1 << 25;
var maxQuick = 1 << 16;
function frameList(framesAt) {
  let frames = new Uint32Array(1 << 16);
  let length = 0;
  let start = 0;
  const quick = new Uint32Array(maxQuick);
  const reserve = (more) => {
    if (length + more <= frames.length) return;
    const larger = new Uint32Array(Math.max(2 * frames.length, length + more));
    larger.set(frames);
    frames = larger;
  };
  const addLocation = (location) => {
    const indexes = framesAt(location);
    if (length - start + indexes.length > maxFramesEach)
      throw new RangeError("a stack without end");
    if (length > maxFramesInAll) throw new RangeError("more frames than can be read");
    reserve(indexes.length);
    for (const index of indexes) frames[length++] = index;
    if (indexes.length === 1 && location < maxQuick) quick[location] = (indexes[0] ?? 0) + 1;
  };
  const addQuickly = (reader) => {
    const { bytes } = reader;
    const end = reader.end - 1;
    const into = frames;
    let { at } = reader;
    let to = length;
    while (at < end) {
      const first = bytes[at] ?? 0;
      const second = bytes[at + 1] ?? 0;
      const bytesRead = first < 128 ? 1 : 2;
      const known = quick[bytesRead === 1 ? first : (first & 127) + second * 128] ?? 0;
      if (known === 0 || bytesRead === 2 && second >= 128) break;
      into[to++] = known - 1;
      at += bytesRead;
    }
    reader.at = at;
    length = to;
  };
  return {
    addLocations(reader) {
      const most = reader.end - reader.at;
      if (most > 10 * maxFramesEach) throw new RangeError("a stack without end");
      reserve(most);
      while (reader.at < reader.end) {
        addQuickly(reader);
        if (reader.at < reader.end) addLocation(readVarint(reader));
      }
    },
    endStack() {
      if (length - start > maxFramesEach) throw new RangeError("a stack without end");
      if (length > maxFramesInAll) throw new RangeError("more frames than can be read");
      start = length;
      return length;
    },
    all: () => frames
  };
}

// src/heap/stacks.ts
var maxSamples = 4e6;
var unusable = "its numbers are negative, as in a difference of two profiles, or add up to more than 2^53";
function readStacks(profile, tables) {
  const width = tables.sampleTypes.length;
  const frames = frameList(tables.framesAt);
  const ends = [];
  const values = [];
  const reader = protoReader(profile);
  while (reader.at < profile.length) {
    const tag = readVarint(reader);
    if (tag !== 2 * 8 + bytesType) {
      skipValue(reader, tag % 8);
      continue;
    }
    reader.end = readEnd(reader);
    while (reader.at < reader.end) {
      const part = readVarint(reader);
      const number = Math.floor(part / 8);
      if (number === 1) readRepeated(reader, part % 8, frames.addLocations);
      else if (number === 2)
        readRepeated(reader, part % 8, (field) => {
          while (field.at < field.end) values.push(readVarint(field));
        });
      else skipValue(reader, part % 8);
    }
    reader.end = profile.length;
    ends.push(frames.endStack());
    if (ends.length > maxSamples) throw new RangeError("more samples than can be read");
    if (values.length !== width * ends.length)
      throw new RangeError("a sample with other values than types");
  }
  if (!exact(values, width)) return { kind: "refused", because: unusable };
  const packed = Float64Array.from(values);
  return { kind: "stacks", stacks: () => eachStack(frames.all(), ends, packed, width) };
}
function readRepeated(reader, wireType, read) {
  const outer = reader.end;
  if (wireType === bytesType) reader.end = readEnd(reader);
  else if (wireType === varintType) reader.end = endOfVarint(reader);
  else throw new RangeError("wrong wire type");
  read(reader);
  reader.end = outer;
}
function endOfVarint(reader) {
  const { at } = reader;
  readVarint(reader);
  const end = reader.at;
  reader.at = at;
  return end;
}
function exact(values, width) {
  const sums = new Float64Array(width);
  for (let at = 0; at < values.length; at++) {
    const column = at % width;
    const sum = (sums[column] ?? 0) + (values[at] ?? 0);
    if (sum > Number.MAX_SAFE_INTEGER) return false;
    sums[column] = sum;
  }
  return true;
}
function* eachStack(frames, ends, values, width) {
  let start = 0;
  for (let sample = 0; sample < ends.length; sample++) {
    const end = ends[sample] ?? 0;
    yield {
      frames: frames.subarray(start, end),
      values: values.subarray(sample * width, (sample + 1) * width)
    };
    start = end;
  }
}

// src/heap/unpack-profile.ts
import { gunzipSync } from "node:zlib";
var maxUnpackedBytes = 256 << 20;
function unpackProfile(bytes, maxBytes = maxUnpackedBytes) {
  const gzipped = bytes[0] === 31 && bytes[1] === 139;
  if (!gzipped) {
    return bytes.length <= maxBytes ? { kind: "bytes", bytes } : { kind: "refused", because: `it is larger than ${String(maxBytes)} bytes` };
  }
  try {
    return { kind: "bytes", bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const tooLarge = error.code === "ERR_BUFFER_TOO_LARGE";
    return {
      kind: "refused",
      because: tooLarge ? `it unpacks to more than ${String(maxBytes)} bytes` : `it cannot be unpacked: ${error.message}`
    };
  }
}

// src/heap/profile.ts
function readProfile(bytes) {
  const unpacked = unpackProfile(bytes);
  if (unpacked.kind === "refused") return unpacked;
  try {
    const tables = readTables(unpacked.bytes);
    if (tables.sampleTypes.length === 0) throw new RangeError("no sample type");
    const reading = readStacks(unpacked.bytes, tables);
    if (reading.kind === "refused") return reading;
    const { sampleTypes, defaultSampleType, period, frames } = tables;
    const { stacks } = reading;
    const profile = {
      ...{ sampleTypes, defaultSampleType, frames, stacks },
      period: Number.isSafeInteger(period) ? period : null,
      samples: () => samplesOf(stacks(), frames)
    };
    return { kind: "profile", profile };
  } catch (error) {
    return { kind: "refused", because: `it is cut or no profile (${error.message})` };
  }
}
function* samplesOf(stacks, frames) {
  for (const stack of stacks) {
    const found = [];
    for (const index of stack.frames) found.push(frames[index]);
    yield { frames: found, values: Array.from(stack.values) };
  }
}

// src/heap/heap-columns.ts
function heapColumns(sampleTypes) {
  const types = sampleTypes.map(({ type }) => type);
  const columns = {
    allocObjects: types.indexOf("alloc_objects"),
    allocBytes: types.indexOf("alloc_space"),
    inuseObjects: types.indexOf("inuse_objects"),
    inuseBytes: types.indexOf("inuse_space")
  };
  return Object.values(columns).every((column) => column >= 0) ? columns : null;
}

export {
  heapColumns,
  maxUnpackedBytes,
  readProfile,
  givesResults,
  writeRound,
  readRounds
};
