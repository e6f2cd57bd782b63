import { BadConfig } from '@minh-bach/http';
import type { KafkaConnection } from '@minh-bach/messaging';
import { z } from 'zod';
import { secretFile } from './secret-file.ts';

/** How a process signs in to Kafka; a part of what each process is told. */
export const kafkaSettings = {
  /** By SCRAM-SHA-512, with `MB_KAFKA_PASSWORD_FILE`. */
  MB_KAFKA_USERNAME: z.string().optional(),
  MB_KAFKA_PASSWORD_FILE: secretFile.optional(),
  /** PEM: the authority whose certificates the brokers show. TLS is spoken where it is set. */
  MB_KAFKA_CA_FILE: secretFile
    .refine((text) => text.startsWith('-----BEGIN CERTIFICATE-----'), {
      error: 'must hold a certificate as PEM',
    })
    .optional(),
};

export type KafkaSettings = z.output<z.ZodObject<typeof kafkaSettings>>;

/** A broker that anybody may use is no place for production: what is refused about it, line by line. */
export const refuseOpenKafka = (settings: KafkaSettings): readonly string[] => [
  ...(settings.MB_KAFKA_USERNAME === undefined
    ? ['MB_KAFKA_USERNAME: must be set in production, whose Kafka knows its clients']
    : []),
  ...(settings.MB_KAFKA_CA_FILE === undefined
    ? ['MB_KAFKA_CA_FILE: must be set in production, which speaks TLS with Kafka']
    : []),
];

/** @throws BadConfig where a name has no password, or a password no name */
export function kafkaSignIn(settings: KafkaSettings): Pick<KafkaConnection, 'sasl' | 'ssl'> {
  const { MB_KAFKA_USERNAME: username, MB_KAFKA_PASSWORD_FILE: password } = settings;
  const { MB_KAFKA_CA_FILE: ca } = settings;
  if ((username === undefined) !== (password === undefined))
    throw new BadConfig(['MB_KAFKA_USERNAME: goes with MB_KAFKA_PASSWORD_FILE, and only with it']);
  return {
    ...(ca !== undefined && { ssl: { ca: [ca] } }),
    ...(username !== undefined &&
      password !== undefined && { sasl: { mechanism: 'scram-sha-512', username, password } }),
  };
}
