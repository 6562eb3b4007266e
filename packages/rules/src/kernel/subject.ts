/** What rules call the resources of a type: `AWS::EC2::VPCEndpoint` → `vpc-endpoint`. */
export function subjectOf(type: string): string {
  const last = type.split('::').at(-1) ?? type;
  return last.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}
