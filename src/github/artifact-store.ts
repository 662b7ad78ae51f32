/** An artifact of this workflow run or of another one. */
export interface StoredArtifact {
  id: number;
  name: string;
  /** Of the packed artifact. */
  bytes: number;
}

export interface UploadRequest {
  name: string;
  /** Absolute; all of them below `root`. */
  files: readonly string[];
  root: string;
  retentionDays: number | null;
  /** 0 for what is packed already. */
  compressionLevel: number;
}

/** The artifacts of a workflow run. Throws Refused with a text for a person. */
export interface ArtifactStore {
  upload: (request: UploadRequest) => Promise<StoredArtifact>;
  list: () => Promise<StoredArtifact[]>;
  /** The zip file as it is, refused above `maxBytes`. Its content is not to be trusted. */
  download: (id: number, maxBytes: number) => Promise<Uint8Array>;
}
