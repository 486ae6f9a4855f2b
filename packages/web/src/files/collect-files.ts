/** A file to hand in, with its path below the folder that was dropped. */
export type HandedFile = { readonly path: string; readonly file: File };

/** Files that systems leave in folders and that nobody means to hand in. */
const left = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\.git\/.*)$/i;

/** Everything below what was dropped: folders are walked, files of the system left out. */
export async function collectDropped(items: DataTransferItemList): Promise<HandedFile[]> {
  // Entries must be taken before the first await: the list is emptied when the event ends.
  const entries = Array.from(items)
    .filter((item) => item.kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    entries.map(async ({ entry, file }) => {
      if (entry) return walk(entry);
      return file ? [{ path: file.name, file }] : [];
    }),
  );
  return wanted(found.flat());
}

/** What a file input holds; one that takes folders gives each file its path. */
export function collectChosen(list: FileList): HandedFile[] {
  const files = Array.from(list);
  return wanted(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

function wanted(files: readonly HandedFile[]): HandedFile[] {
  return files
    .filter(({ path }) => !left.test(path))
    .sort((a, b) => a.path.localeCompare(b.path, "en"));
}

async function walk(entry: FileSystemEntry): Promise<HandedFile[]> {
  // Not every browser has the entries' classes as globals; what an entry is, it says itself.
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  const children = await readAll((entry as FileSystemDirectoryEntry).createReader());
  const found: HandedFile[] = [];
  for (const child of children) found.push(...(await walk(child)));
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives at most a hundred entries at a time and an empty list at the end. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
