/** What a pin fix writes where only a person can say which version was looked at. */
export const VERSION_PLACEHOLDER = 'REPLACE_WITH_VERSION';
