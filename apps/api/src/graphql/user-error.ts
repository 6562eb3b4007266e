import { Field, ObjectType } from 'type-graphql';
import { graphqlEnum } from './enum.ts';

const USER_ERROR_CODES = ['INVALID', 'NOT_FOUND', 'CONFLICT', 'WRONG_STATE', 'CLOUD_DENIED', 'LIMIT'] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

const UserErrorCodeEnum = graphqlEnum('UserErrorCode', 'Codes that may come back in a payload.', USER_ERROR_CODES, {
  INVALID: 'A value is malformed or out of range.',
  NOT_FOUND: 'The object does not exist.',
  CONFLICT: 'Something with that name or key exists.',
  WRONG_STATE: 'The object is not in a state that allows this.',
  CLOUD_DENIED: 'The cloud refused the call or the credentials.',
  LIMIT: 'A limit of this installation was reached.',
});

@ObjectType({ description: 'Something the caller can put right. Comes back in a payload, not as a top-level error.' })
export class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'Stable code to branch on.' })
  readonly code: UserErrorCode;

  @Field(() => String, { description: 'One sentence for a person.' })
  readonly message: string;

  @Field(() => [String], { nullable: true, description: 'Where in the input, for example [input, services].' })
  readonly path: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'What to do about it, where we know.' })
  readonly hint: string | null;

  constructor(code: UserErrorCode, path: readonly string[] | null, message: string, hint: string | null = null) {
    this.code = code;
    this.path = path;
    this.message = message;
    this.hint = hint;
  }
}
