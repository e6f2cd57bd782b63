import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type Admin,
  type Kafka,
} from 'kafkajs';

/** What one user may do at Kafka. It may see that every topic is there, and nothing else. */
export interface AccessList {
  readonly user: string;
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  /** Consumer groups. */
  readonly groups: readonly string[];
}

type Right = readonly [AclResourceTypes, name: string, AclOperationTypes];

const { TOPIC, GROUP } = AclResourceTypes;
const { READ, WRITE, DESCRIBE } = AclOperationTypes;

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
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
    operation: AclOperationTypes.ANY,
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
