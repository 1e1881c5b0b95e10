/** Names that branches have, and tags that move like one: alternatives of a regular expression. */
export const BRANCH_NAMES = 'main|master|develop|dev|trunk|stable|latest|nightly|next|edge|HEAD';
