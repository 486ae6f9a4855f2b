/** Where a path ends and the file's own name begins. */
export function nameParts(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf("/") + 1;
  return { folder: path.slice(0, at), name: path.slice(at) };
}

/** A file's path that gives up its folder before its name when there is little room. */
export function FileName({ path }: { readonly path: string }) {
  const { folder, name } = nameParts(path);
  return (
    <span className="file-name" title={path}>
      {folder && <span className="file-name-folder">{folder}</span>}
      <span className="file-name-own">{name}</span>
    </span>
  );
}
