import type { Assessment, RequirementStatus } from '@plumbline/rules';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ScopeInput } from '../posture/scope.args.ts';
import { AssessmentKindEnum, RequirementStatusEnum } from './requirement.type.ts';

@InputType({ description: 'Which requirements. Values of one list are OR-ed, fields AND-ed.' })
export class RequirementFilter {
  @Field(() => [RequirementStatusEnum], { nullable: true, description: 'Outcomes.' })
  status?: RequirementStatus[] | null;

  @Field(() => [AssessmentKindEnum], { nullable: true, description: 'Whether rules can decide them.' })
  assessment?: Assessment[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Profiles, levels or baselines that ask for them: `Level 2` asks for Level 1 too, `HIGH` for LOW.',
  })
  level?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Chapter numbers; those inside a chapter belong to it.' })
  section?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Text that occurs in number or title.' })
  text?: string | null;
}

@ArgsType()
export class ScopeArgs {
  @Field(() => ScopeInput, { nullable: true, description: 'Part of the estate; all when left out.' })
  scope?: ScopeInput | null;
}

@ArgsType()
export class LevelArgs {
  @Field(() => String, { nullable: true, description: 'Only what this profile, level or baseline asks for.' })
  level?: string | null;
}

@ArgsType()
export class ScopedLevelArgs extends ScopeArgs {
  @Field(() => String, { nullable: true, description: 'Only what this profile, level or baseline asks for.' })
  level?: string | null;
}

@ArgsType()
export class RequirementsArgs extends ScopeArgs {
  @Field(() => RequirementFilter, { nullable: true, description: 'Which requirements; all when left out.' })
  filter?: RequirementFilter | null;
}
