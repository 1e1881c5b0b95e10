/** How deep one question may lead to others, and to how many. */
export const MAX_DEPTH = 120;
export const MAX_STEPS = 4_000;
