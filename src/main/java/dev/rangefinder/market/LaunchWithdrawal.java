package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change that a withdrawal makes. */
@RegisterForReflection // the editor reads its components by reflection
public record LaunchWithdrawal(
        LaunchStatus status, @Nullable List<ClaimInput> claims) {

    static LaunchWithdrawal of(WithdrawLaunchInput input) {
        return new LaunchWithdrawal(LaunchStatus.WITHDRAWN, input.claims());
    }
}
