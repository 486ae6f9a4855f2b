/** Runs one command line; `args` are the words after the program's name. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.write(`headwater ${args.join(" ")}\n`);
}
