import { readFile } from 'node:fs/promises';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';

const usage = {
  vi: '--secrets GỐC --into THƯ-MỤC [--database-url-file TỆP] [--kafka MÁY:CỔNG,… --kafka-username TÊN --kafka-password-file TỆP [--kafka-ca-file TỆP]]: trước khi chạy tách dịch vụ, chia bí mật cho từng tiến trình, quyền cho từng tài khoản cơ sở dữ liệu và Kafka; chạy lại sau mỗi lần cập nhật',
  en: '--secrets FROM --into FOLDER [--database-url-file FILE] [--kafka HOST:PORT,… --kafka-username NAME --kafka-password-file FILE [--kafka-ca-file FILE]]: before services run apart, gives each process its secrets, and each account its rights in the database and at Kafka; again after every update',
};

const command: CliCommand = {
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        options: {
          secrets: { type: 'string' },
          into: { type: 'string' },
          'database-url-file': { type: 'string' },
          kafka: { type: 'string' },
          'kafka-username': { type: 'string' },
          'kafka-password-file': { type: 'string' },
          'kafka-ca-file': { type: 'string' },
        },
      },
      `mb prepare ${usage.vi}\nmb prepare ${usage.en}`,
      ({ values: { secrets, into } }) => secrets !== undefined && into !== undefined,
    );
    const { secrets, into, 'database-url-file': file } = parsed?.values ?? {};
    if (secrets === undefined || into === undefined) return 2;
    const { checkDatabase, prepareDatabase, prepareSecrets } = await import('@minh-bach/assembly');
    const ownerUrl = file === undefined ? undefined : (await readFile(file, 'utf8')).trim();
    // All is looked at before anything is written.
    if (ownerUrl !== undefined) await checkDatabase(ownerUrl, secrets);
    const masterKey = await prepareSecrets(secrets, into);
    if (ownerUrl !== undefined) await prepareDatabase(ownerUrl, { masterKey });
    const { kafka, ...signIn } = parsed?.values ?? {};
    if (kafka !== undefined) await prepareAtKafka(kafka, signIn);
    console.log('Đã chuẩn bị xong. / Prepared.');
    return 0;
  },
};

type SignIn = Readonly<
  Partial<Record<'kafka-username' | 'kafka-password-file' | 'kafka-ca-file', string>>
>;

async function prepareAtKafka(brokers: string, options: SignIn): Promise<void> {
  const { kafkaSignIn, prepareKafka } = await import('@minh-bach/assembly');
  const { allParts } = await import('@minh-bach/services');
  const read = async (file: string | undefined) =>
    file === undefined ? undefined : (await readFile(file, 'utf8')).trim();
  const signIn = kafkaSignIn({
    MB_KAFKA_USERNAME: options['kafka-username'],
    MB_KAFKA_PASSWORD_FILE: await read(options['kafka-password-file']),
    MB_KAFKA_CA_FILE: await read(options['kafka-ca-file']),
  });
  const services = (await allParts()).map(({ service }) => service);
  const connection = { brokers: brokers.split(',').map((broker) => broker.trim()), ...signIn };
  await prepareKafka(connection, services);
}

export default command;
