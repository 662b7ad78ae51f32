import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  data: string | Buffer;
  /** 0 is stored, 8 deflated; others are only claimed. */
  method?: number;
  /** Of Unix: 0o100644 for a file, 0o120777 for a link. */
  mode?: number;
  /** General purpose bits; 1 is encrypted. */
  flags?: number;
  /** What the archive says of the size, in place of the truth. */
  claimedBytes?: number;
}

export interface ZipClaims {
  /** The number of files that the archive says it has. */
  entries?: number;
  /** Where the archive says its list of files is. */
  directoryAt?: number;
}

/** An archive as https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT has it, with whatever lies it is told to tell. */
export function zipFile(entries: readonly ZipEntry[], claims: ZipClaims = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, method = 8, mode = 0o100644, flags = 0 } = entry;
    const data = Buffer.from(entry.data);
    const packed = method === 8 ? deflateRawSync(data) : data;
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags | 0x800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.claimedBytes ?? data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([signature(0x04034b50), common, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    const madeByUnix = Buffer.from([20, 3]);
    directory.push(Buffer.concat([signature(0x02014b50), madeByUnix, common, rest, path]));
    files.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = claims.entries ?? entries.length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(claims.directoryAt ?? at, 12);
  return Buffer.concat([...files, list, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
