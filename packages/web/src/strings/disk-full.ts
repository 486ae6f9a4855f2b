/** What is told of a server without room on its disk. */
export const diskFullStrings = {
  diskFull: {
    waits:
      "The disk of the server is full. What was read is kept; reading waits and goes on by itself when there is room again.",
  },
} as const;
