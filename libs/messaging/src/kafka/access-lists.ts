import kafkajs, {
  type AclOperationTypes,
  type AclResourceTypes,
  type Admin,
  type Kafka,
} from 'kafkajs';

/** What one user may do at Kafka. It may see every topic's settings besides, and nothing else. */
export interface AccessList {
  readonly user: string;
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  /** Consumer groups. */
  readonly groups: readonly string[];
}

type Right = readonly [AclResourceTypes, name: string, AclOperationTypes];

// Node finds no names of values in this module.
const { AclPermissionTypes, ResourcePatternTypes } = kafkajs;
const { TOPIC, GROUP, ANY: ANY_RESOURCE } = kafkajs.AclResourceTypes;
const { READ, WRITE, DESCRIBE, DESCRIBE_CONFIGS, ANY: ANY_OPERATION } = kafkajs.AclOperationTypes;

/**
 * Gives each of these users exactly these rights, signed in as one that may do everything. What a user
 * had besides is taken away; nothing that it keeps is gone in between.
 *
 * @param topics all there are
 */
export async function setAccessLists(
  kafka: Kafka,
  topics: readonly string[],
  lists: readonly AccessList[],
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    for (const { user, writes, reads, groups } of lists) {
      const rights: readonly Right[] = [
        ...topics.map((topic): Right => [TOPIC, topic, DESCRIBE]),
        ...topics.map((topic): Right => [TOPIC, topic, DESCRIBE_CONFIGS]),
        ...writes.map((topic): Right => [TOPIC, topic, WRITE]),
        ...reads.map((topic): Right => [TOPIC, topic, READ]),
        ...groups.map((group): Right => [GROUP, group, READ]),
      ];
      await admin.createAcls({ acl: rights.map((right) => entry(user, right)) });
      await takeAway(admin, user, rights);
    }
  } finally {
    await admin.disconnect();
  }
}

async function takeAway(admin: Admin, user: string, kept: readonly Right[]): Promise<void> {
  const isKept = (right: Right) => kept.some((one) => one.every((part, i) => part === right[i]));
  const { resources } = await admin.describeAcls({
    principal: `User:${user}`,
    resourceType: ANY_RESOURCE,
    resourcePatternType: ResourcePatternTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
    operation: ANY_OPERATION,
  });
  const surplus = resources.flatMap(({ resourceType, resourceName, acls }) =>
    acls
      .map(({ operation }): Right => [resourceType, resourceName, operation])
      .filter((right) => !isKept(right)),
  );
  if (surplus.length > 0)
    await admin.deleteAcls({ filters: surplus.map((right) => entry(user, right)) });
}

const entry = (user: string, [resourceType, resourceName, operation]: Right) => ({
  ...{ resourceType, resourceName, operation, host: '*', principal: `User:${user}` },
  resourcePatternType: ResourcePatternTypes.LITERAL,
  permissionType: AclPermissionTypes.ALLOW,
});
