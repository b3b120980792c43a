package com.kittiwake.freight.carriers;

import java.util.Map;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;

interface CarrierApi {
  @GET("schedules/{port}")
  Call<ResponseBody> schedule(@Path("port") String port, @Query("weeks") int weeks);

  @GET("quotes")
  Call<ResponseBody> quote(@QueryMap Map<String, String> request);

  @POST("bookings")
  Call<ResponseBody> book(@Body RequestBody booking);
}
