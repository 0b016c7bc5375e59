package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter members by. */
public record MemberFilter(
        @Nullable @Description("Filters by role.") EnumFilter<MemberRole> role,

        @Nullable @Description("Filters by the slug of the brand.")
        ReferenceFilter brand,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing)
        implements Criteria<Member> {

    @Override
    public void restrict(FilterCompiler<Member> rows) {
        rows.on(Member_.ROLE, role).to(PartnershipApi.MEMBER_BRAND, brand).tested(Fact_.STANDING, standing);
    }
}
