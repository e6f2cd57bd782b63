/**
 * Faults of the product or of how it was set up, never of the one who asks: answered as a 500 that
 * says nothing, and logged. So are the codes of the rules pack (`rule.unknown`), unless the catalogue
 * has words for one.
 */
export const INTERNAL_CODES: readonly string[] = [
  // kernel
  'EVENT_FROM_THE_FUTURE',
  'EVENT_TYPE_TWICE',
  'FOREIGN_EVENT',
  'NOT_JSON',
  'NO_UPCASTER',
  'UNKNOWN_EVENT_TYPE',
  // event store
  'APPEND_MALFORMED',
  'CHECKPOINT_AHEAD',
  'LOG_WENT_BACK',
  'EMPTY_APPEND',
  'EVENT_ID_TWICE',
  'FOREIGN_LOG',
  'ID_CONFLICT',
  'STORE_NOT_DURABLE',
  'STREAM_DELETED',
  'STREAM_TRUNCATED',
  // event store, of a copy
  'COPY_DIFFERS',
  'LOG_DIFFERS',
  'SAME_LOG',
  'TARGET_CHANGED',
  'TARGET_LONGER',
  // event store and assembly, of an export and an import
  'BACKUP_KEY_WRONG',
  'EXPORT_CHANGED',
  'EXPORT_CUT',
  'EXPORT_DIFFERS',
  'EXPORT_FORMAT',
  'EXPORT_GAP',
  'EXPORT_OF_ANOTHER_LOG',
  'FILE_DIFFERS',
  'FILES_MISSING',
  'IMPORT_UNFINISHED',
  'KEYS_DIFFER',
  'LOG_BEHIND_EXPORT',
  'LOG_OF_EXPORT',
  'NO_EXPORT',
  // secrets
  'SECRET_BROKEN',
  'SECRET_EXPOSED',
  'SECRET_MISSING',
  // vault
  'DISCLOSURE_NEEDED',
  'FIELDS_AND_VALUES_DIFFER',
  'KEY_BROKEN',
  'KEY_UNKNOWN',
  'MASTER_KEY_BROKEN',
  'MASTER_KEY_EXPOSED',
  'MASTER_KEY_MISSING',
  'MASTER_KEY_WRONG',
  'SEALED_ALREADY',
  'SEAL_BROKEN',
  'SEAL_OUT_OF_REACH',
  'VAULT_CLOSED',
  'VAULT_NOT_PREPARED',
  // messaging
  'EVENT_MISSING',
  'FORGED_FIELDS',
  'FORGED_KEY',
  'INVALID_DATA',
  'NOT_AN_ENVELOPE',
  'NOT_AUTHENTIC',
  'UNKNOWN_MESSAGE_TYPE',
  'UNKNOWN_TOPIC',
  'UNTRANSLATABLE',
  // projections
  'BAD_SCHEMA_NAME',
  'FENCED',
  'PROJECTION_TWICE',
  'READ_MODEL_NEWER',
  'SCHEMA_NOT_OURS',
  'SORT_COLUMN_EMPTY',
  'SORT_EMPTY',
  // sign-in
  'SIGN_IN_SECRETS_BROKEN',
  'SIGN_IN_SECRETS_EXPOSED',
  // assembly
  'LOG_IN_POSTGRESQL',
  'LOG_NOT_IN_POSTGRESQL',
  'PROCESS_RUNNING',
  // gateway
  'NOT_HERE',
  // platform
  'PROBLEM_TWICE',
  'UNDECLARED_REFUSAL',
];

/** Told as `NOT_FOUND`, word for word: which of them it was would tell what there is. */
export const SAME_AS_NOT_FOUND: readonly string[] = [
  'CASE_UNKNOWN',
  'FILE_UNKNOWN',
  'NOT_OF_MATTER',
  'PETITION_UNKNOWN',
];
