/** What the launcher has under way beside the command. */
export type Launch = {
  /** The build of the web application, at once done where none is needed; rejects when it failed. */
  readonly pages: Promise<void>;
};
