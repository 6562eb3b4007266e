import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A standard or benchmark in one version.' })
export class Framework {
  @Field(() => String, { description: 'Key with version, for example cis-aws@6.0.0.' })
  key: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'Publisher.' })
  publisher: string;

  @Field(() => String, { description: 'Version.' })
  version: string;
}

@ObjectType({ description: 'One requirement of a framework.' })
export class Requirement {
  @Field(() => String, { description: 'Key, for example cis-aws@6.0.0/3.1.4.' })
  key: string;

  @Field(() => String, { description: 'Number in the framework.' })
  number: string;

  @Field(() => String, { description: 'Title, in our own words where the original is protected.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Profile, level or baseline, where the framework has them.' })
  level: string | null;

  @Field(() => Framework, { description: 'Framework.' })
  framework: Framework;
}
