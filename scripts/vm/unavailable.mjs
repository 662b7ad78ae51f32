/** The machine cannot be built here, for a reason that is not a bug of ours: no packages, no rights, another architecture. */
export class Unavailable extends Error {}

/** The exit code that says so. */
export const unavailableCode = 75;
