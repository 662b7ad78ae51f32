/** One call on a stack. The file is as the program says; '' and 0 where it says nothing. */
export interface Frame {
  function: string;
  file: string;
  line: number;
}

/**
 * The import path of a function: `gopkg.in/yaml.v3` for `gopkg.in/yaml%2ev3.(*parser).parse`. The linker escapes dots in a path's
 * last element (cmd/internal/objabi.PathToPrefix), so the first dot after the last slash ends the path; type arguments may hold
 * paths of their own.
 */
export function packageOf(functionName: string): string {
  const bracket = functionName.indexOf('[');
  const plain = bracket < 0 ? functionName : functionName.slice(0, bracket);
  const dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
  return unescapePath(dot < 0 ? plain : plain.slice(0, dot));
}

/** The same frame, its file named relative to a folder that it is below of; '' is no folder. */
export function relativeTo<T extends Frame>(directory: string, frame: T): T {
  const { file } = frame;
  const inside = directory !== '' && file.startsWith(`${directory}/`);
  return inside ? { ...frame, file: file.slice(directory.length + 1) } : frame;
}

function unescapePath(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/%([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
